// Colours and words of purchases and assets.
import type { AssetState, PurchaseSheet, PurchaseState, PurchaseTerms } from '../api/generated';
import { t } from '../api/t';
import { showMoney, showNumber, type Stage, type Tone } from '../parts';

const states: Record<PurchaseState, Tone> = {
  draft: 'plain',
  waiting: 'gold',
  ordered: 'info',
  part: 'warn',
  came: 'gold',
  verified: 'ok',
  cancelled: 'plain',
};
export const stateTone = (state: PurchaseState): Tone => states[state];
export const allStates: PurchaseState[] = ['draft', 'waiting', 'ordered', 'part', 'came', 'verified', 'cancelled'];

const assets: Record<AssetState, Tone> = {
  in_use: 'ok',
  damaged: 'warn',
  lost: 'danger',
  sold: 'plain',
  returned: 'plain',
};
export const assetTone = (state: AssetState): Tone => assets[state];
export const allAssetStates: AssetState[] = ['in_use', 'damaged', 'lost', 'sold', 'returned'];

/** What a product asks for, a line each. */
export function ruleWords(terms: PurchaseTerms): string[] {
  return [
    terms.asked ? t('purchase.rule.asked_line', { above: showMoney(terms.above) }) : t('purchase.rule.not_asked'),
    t('purchase.rule.quotes_line', { n: showNumber(terms.quotes), above: showMoney(terms.quotes_above) }),
  ];
}

const reached: Record<PurchaseState, number> = {
  draft: 0,
  waiting: 1,
  ordered: 2,
  part: 2,
  came: 3,
  verified: 5,
  cancelled: 0,
};

/** From the quotes to the verification, on a rail. */
export function stagesOf(sheet: PurchaseSheet): Stage[] {
  const { line } = sheet;
  const invoiced = line.invoiced > 0;
  const at = line.state === 'came' && invoiced ? 4 : reached[line.state];
  const state = (place: number): Stage['state'] => {
    if (line.state === 'cancelled') return 'held';
    if (place < at || (place === 3 && invoiced)) return 'done';
    return place === at ? 'current' : 'waiting';
  };
  const said = (...lines: (string | null | undefined | false)[]) => lines.filter((one): one is string => !!one);
  return [
    {
      key: 'quotes',
      title: t('purchase.stage.quotes'),
      lines: said(
        t('purchase.quotes_note', { needed: showNumber(sheet.quotes_needed), n: showNumber(sheet.quotes.length) }),
      ),
      state: state(0),
    },
    {
      key: 'order',
      title: t('purchase.stage.order'),
      lines: said(line.order_no, sheet.ask?.approved_by_name),
      state: state(1),
    },
    {
      key: 'delivery',
      title: t('purchase.stage.delivery'),
      lines: said(
        line.order_no && t('purchase.came_of', { came: showNumber(line.came), pieces: showNumber(line.pieces) }),
        line.late && t('purchase.late'),
      ),
      state: line.late && line.state !== 'came' ? 'current' : state(2),
    },
    {
      key: 'invoice',
      title: t('purchase.stage.invoice'),
      lines: said(invoiced && showMoney(line.invoiced)),
      state: state(3),
    },
    {
      key: 'verification',
      title: t('purchase.stage.verification'),
      lines: said(sheet.verified_by_name),
      state: state(4),
    },
  ];
}
