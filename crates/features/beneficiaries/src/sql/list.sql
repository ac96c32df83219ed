SELECT party, file_no, name, status, class, researcher_name, city, district, identity_masked, identity_expires_on, mobile,
       family_size, monthly_income, social_security, next_review_on, opened_on
