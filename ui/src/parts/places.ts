// The thirteen regions of the Kingdom (Royal Order A/92 of 27/8/1412H, and the Regions Law), and their governorates.
import { t, type WordKey } from '../api/t';
import { words } from '../api/words';
import type { Option } from './types';

const REGIONS = [
  'riyadh',
  'makkah',
  'madinah',
  'qassim',
  'eastern',
  'asir',
  'tabuk',
  'hail',
  'northern',
  'jazan',
  'najran',
  'bahah',
  'jawf',
] as const;

const GOVERNORATES = {
  riyadh: [
    'riyadh',
    'diriyah',
    'kharj',
    'dawadmi',
    'majmaah',
    'quwayiyah',
    'wadi_dawasir',
    'aflaj',
    'zulfi',
    'shaqra',
    'hotat_bani_tamim',
    'afif',
    'sulayyil',
    'dhurma',
    'muzahimiyah',
    'rumah',
    'thadiq',
    'huraymila',
    'hariq',
    'ghat',
    'marat',
    'dilam',
    'rayn',
  ],
  makkah: [
    'makkah',
    'jeddah',
    'taif',
    'qunfudhah',
    'lith',
    'rabigh',
    'jumum',
    'khulays',
    'kamil',
    'khurmah',
    'ranyah',
    'turbah',
    'maysan',
    'adham',
    'bahrah',
    'ardiyat',
    'muwayh',
  ],
  madinah: ['madinah', 'yanbu', 'ula', 'mahd', 'hanakiyah', 'badr', 'khaybar', 'ays', 'wadi_fara'],
  qassim: [
    'buraydah',
    'unayzah',
    'rass',
    'mithnab',
    'bukayriyah',
    'badaya',
    'asyah',
    'nabhaniyah',
    'shimasiyah',
    'uyun_jiwa',
    'riyadh_khabra',
    'uqlat_suqur',
    'dariyah',
  ],
  eastern: [
    'dammam',
    'ahsa',
    'hafr_batin',
    'jubail',
    'qatif',
    'khobar',
    'khafji',
    'ras_tanura',
    'abqaiq',
    'nairyah',
    'qaryat_ulya',
    'udayd',
    'bayda',
  ],
  asir: [
    'abha',
    'khamis_mushayt',
    'bishah',
    'namas',
    'muhayil',
    'dhahran_janub',
    'tathlith',
    'sarat_abidah',
    'rijal_alma',
    'balqarn',
    'ahad_rufaydah',
    'majardah',
    'bariq',
    'birk',
    'tanumah',
    'tarib',
    'harajah',
    'amwah',
  ],
  tabuk: ['tabuk', 'wajh', 'duba', 'tayma', 'umluj', 'haql', 'bad'],
  hail: ['hail', 'baqa', 'ghazalah', 'shinan', 'hait', 'sulaymi', 'shamli', 'mawqaq', 'sumayra'],
  northern: ['arar', 'rafha', 'turaif', 'uwayqilah'],
  jazan: [
    'jazan',
    'sabya',
    'abu_arish',
    'samtah',
    'harth',
    'damad',
    'rayth',
    'baysh',
    'farasan',
    'dair',
    'ahad_masarihah',
    'aydabi',
    'aridah',
    'darb',
    'harub',
    'fayfa',
    'tuwal',
  ],
  najran: ['najran', 'sharurah', 'hubuna', 'badr_janub', 'yadamah', 'thar', 'khubash', 'kharkhir'],
  bahah: ['bahah', 'baljurashi', 'mandaq', 'makhwah', 'qilwah', 'aqiq', 'qura', 'ghamid_zinad', 'hajrah', 'bani_hasan'],
  jawf: ['sakaka', 'qurayyat', 'dumat_jandal', 'tabarjal'],
} as const satisfies Record<(typeof REGIONS)[number], readonly string[]>;

/** Papers are Arabic whatever language the screen is in, so the Arabic name is what is kept. */
export function regions(): Option[] {
  return REGIONS.map((key) => ({ value: words.ar[`region.${key}`], label: t(`region.${key}`) }));
}

/** What stands in a record may be older than the list: it stays one of the choices. */
const withKept = (options: Option[], kept: string): Option[] =>
  kept === '' || options.some((one) => one.value === kept) ? options : [{ value: kept, label: kept }, ...options];

/** The regions, and what a record says where that is none of them. */
export const regionsAnd = (kept: string): Option[] => withKept(regions(), kept);

/** The governorates of a region (by its Arabic name), and what a record says where that is none of them. */
export function governoratesOf(region: string, kept: string): Option[] {
  const key = REGIONS.find((one) => words.ar[`region.${one}`] === region);
  const own = key ? GOVERNORATES[key].map((one) => `governorate.${key}.${one}` as WordKey) : [];
  return withKept(
    own.map((name) => ({ value: words.ar[name], label: t(name) })),
    kept,
  );
}
