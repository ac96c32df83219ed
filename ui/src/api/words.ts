// Generated from locales/*.yml. Do not edit.

export const words: Record<'ar' | 'en', Record<string, string>> = {
  "ar": {
    "parts.close": "إغلاق"
  },
  "en": {
    "parts.close": "Close"
  }
};
