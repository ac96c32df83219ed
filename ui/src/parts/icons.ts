// The icons of the program (Lucide, ISC licence), kept inside it. To add one: an import and a line in the list, in alphabetical order.
import activity from 'lucide-static/icons/activity.svg?raw';
import archive from 'lucide-static/icons/archive.svg?raw';
import archiveRestore from 'lucide-static/icons/archive-restore.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import badgeCheck from 'lucide-static/icons/badge-check.svg?raw';
import banknote from 'lucide-static/icons/banknote.svg?raw';
import bell from 'lucide-static/icons/bell.svg?raw';
import bookOpen from 'lucide-static/icons/book-open.svg?raw';
import bookText from 'lucide-static/icons/book-text.svg?raw';
import briefcase from 'lucide-static/icons/briefcase.svg?raw';
import building2 from 'lucide-static/icons/building-2.svg?raw';
import calculator from 'lucide-static/icons/calculator.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import calendarCheck from 'lucide-static/icons/calendar-check.svg?raw';
import calendarClock from 'lucide-static/icons/calendar-clock.svg?raw';
import calendarRange from 'lucide-static/icons/calendar-range.svg?raw';
import calendarDays from 'lucide-static/icons/calendar-days.svg?raw';
import chartColumn from 'lucide-static/icons/chart-column.svg?raw';
import chartLine from 'lucide-static/icons/chart-line.svg?raw';
import chartPie from 'lucide-static/icons/chart-pie.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import checkCheck from 'lucide-static/icons/check-check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import chevronsLeft from 'lucide-static/icons/chevrons-left.svg?raw';
import chevronsRight from 'lucide-static/icons/chevrons-right.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleCheck from 'lucide-static/icons/circle-check.svg?raw';
import circleDot from 'lucide-static/icons/circle-dot.svg?raw';
import circleHelp from 'lucide-static/icons/circle-help.svg?raw';
import circlePause from 'lucide-static/icons/circle-pause.svg?raw';
import circlePlus from 'lucide-static/icons/circle-plus.svg?raw';
import circleX from 'lucide-static/icons/circle-x.svg?raw';
import clipboardCheck from 'lucide-static/icons/clipboard-check.svg?raw';
import clipboardList from 'lucide-static/icons/clipboard-list.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import coins from 'lucide-static/icons/coins.svg?raw';
import columns3 from 'lucide-static/icons/columns-3.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import creditCard from 'lucide-static/icons/credit-card.svg?raw';
import database from 'lucide-static/icons/database.svg?raw';
import databaseBackup from 'lucide-static/icons/database-backup.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import eyeOff from 'lucide-static/icons/eye-off.svg?raw';
import file from 'lucide-static/icons/file.svg?raw';
import filePlus from 'lucide-static/icons/file-plus.svg?raw';
import fileSpreadsheet from 'lucide-static/icons/file-spreadsheet.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import fileUp from 'lucide-static/icons/file-up.svg?raw';
import filter from 'lucide-static/icons/filter.svg?raw';
import flag from 'lucide-static/icons/flag.svg?raw';
import folder from 'lucide-static/icons/folder.svg?raw';
import folderOpen from 'lucide-static/icons/folder-open.svg?raw';
import gavel from 'lucide-static/icons/gavel.svg?raw';
import handCoins from 'lucide-static/icons/hand-coins.svg?raw';
import handshake from 'lucide-static/icons/handshake.svg?raw';
import heartHandshake from 'lucide-static/icons/heart-handshake.svg?raw';
import hardDrive from 'lucide-static/icons/hard-drive.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import home from 'lucide-static/icons/home.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import idCard from 'lucide-static/icons/id-card.svg?raw';
import image from 'lucide-static/icons/image.svg?raw';
import inbox from 'lucide-static/icons/inbox.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import keyRound from 'lucide-static/icons/key-round.svg?raw';
import landmark from 'lucide-static/icons/landmark.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import layers from 'lucide-static/icons/layers.svg?raw';
import layoutDashboard from 'lucide-static/icons/layout-dashboard.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import listChecks from 'lucide-static/icons/list-checks.svg?raw';
import listFilter from 'lucide-static/icons/list-filter.svg?raw';
import loaderCircle from 'lucide-static/icons/loader-circle.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import lockOpen from 'lucide-static/icons/lock-open.svg?raw';
import logIn from 'lucide-static/icons/log-in.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import maximize from 'lucide-static/icons/maximize.svg?raw';
import megaphone from 'lucide-static/icons/megaphone.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import messageSquare from 'lucide-static/icons/message-square.svg?raw';
import messagesSquare from 'lucide-static/icons/messages-square.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import move from 'lucide-static/icons/move.svg?raw';
import notebookPen from 'lucide-static/icons/notebook-pen.svg?raw';
import paperclip from 'lucide-static/icons/paperclip.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import pen from 'lucide-static/icons/pen.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import receipt from 'lucide-static/icons/receipt.svg?raw';
import receiptText from 'lucide-static/icons/receipt-text.svg?raw';
import refreshCw from 'lucide-static/icons/refresh-cw.svg?raw';
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw';
import save from 'lucide-static/icons/save.svg?raw';
import scale from 'lucide-static/icons/scale.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import send from 'lucide-static/icons/send.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import shield from 'lucide-static/icons/shield.svg?raw';
import shieldAlert from 'lucide-static/icons/shield-alert.svg?raw';
import shieldCheck from 'lucide-static/icons/shield-check.svg?raw';
import shieldUser from 'lucide-static/icons/shield-user.svg?raw';
import shoppingCart from 'lucide-static/icons/shopping-cart.svg?raw';
import siren from 'lucide-static/icons/siren.svg?raw';
import slidersHorizontal from 'lucide-static/icons/sliders-horizontal.svg?raw';
import sprout from 'lucide-static/icons/sprout.svg?raw';
import squarePen from 'lucide-static/icons/square-pen.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import table from 'lucide-static/icons/table.svg?raw';
import target from 'lucide-static/icons/target.svg?raw';
import trash2 from 'lucide-static/icons/trash-2.svg?raw';
import trendingDown from 'lucide-static/icons/trending-down.svg?raw';
import trendingUp from 'lucide-static/icons/trending-up.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import truck from 'lucide-static/icons/truck.svg?raw';
import undo2 from 'lucide-static/icons/undo-2.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import user from 'lucide-static/icons/user.svg?raw';
import userCheck from 'lucide-static/icons/user-check.svg?raw';
import userCog from 'lucide-static/icons/user-cog.svg?raw';
import userPlus from 'lucide-static/icons/user-plus.svg?raw';
import userRound from 'lucide-static/icons/user-round.svg?raw';
import userX from 'lucide-static/icons/user-x.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import usersRound from 'lucide-static/icons/users-round.svg?raw';
import wallet from 'lucide-static/icons/wallet.svg?raw';
import wrench from 'lucide-static/icons/wrench.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import zoomIn from 'lucide-static/icons/zoom-in.svg?raw';
import zoomOut from 'lucide-static/icons/zoom-out.svg?raw';

const icons = {
  activity,
  archive,
  'archive-restore': archiveRestore,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  'arrow-down': arrowDown,
  'badge-check': badgeCheck,
  banknote,
  bell,
  'book-open': bookOpen,
  'book-text': bookText,
  briefcase,
  'building-2': building2,
  calculator,
  calendar,
  'calendar-check': calendarCheck,
  'calendar-clock': calendarClock,
  'calendar-range': calendarRange,
  'calendar-days': calendarDays,
  'chart-column': chartColumn,
  'chart-line': chartLine,
  'chart-pie': chartPie,
  check,
  'check-check': checkCheck,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'chevron-up': chevronUp,
  'chevrons-left': chevronsLeft,
  'chevrons-right': chevronsRight,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-dot': circleDot,
  'circle-help': circleHelp,
  'circle-pause': circlePause,
  'circle-plus': circlePlus,
  'circle-x': circleX,
  'clipboard-check': clipboardCheck,
  'clipboard-list': clipboardList,
  clock,
  coins,
  'columns-3': columns3,
  copy,
  'credit-card': creditCard,
  database,
  'database-backup': databaseBackup,
  download,
  ellipsis,
  'external-link': externalLink,
  eye,
  'eye-off': eyeOff,
  file,
  'file-plus': filePlus,
  'file-spreadsheet': fileSpreadsheet,
  'file-text': fileText,
  'file-up': fileUp,
  filter,
  flag,
  folder,
  'folder-open': folderOpen,
  gavel,
  'hand-coins': handCoins,
  handshake,
  'heart-handshake': heartHandshake,
  'hard-drive': hardDrive,
  history,
  home,
  hourglass,
  'id-card': idCard,
  image,
  inbox,
  info,
  'key-round': keyRound,
  landmark,
  languages,
  layers,
  'layout-dashboard': layoutDashboard,
  link,
  list,
  'list-checks': listChecks,
  'list-filter': listFilter,
  'loader-circle': loaderCircle,
  lock,
  'lock-open': lockOpen,
  'log-in': logIn,
  'log-out': logOut,
  mail,
  'map-pin': mapPin,
  maximize,
  megaphone,
  menu,
  'message-square': messageSquare,
  'messages-square': messagesSquare,
  minus,
  monitor,
  moon,
  move,
  'notebook-pen': notebookPen,
  paperclip,
  pause,
  pen,
  pencil,
  phone,
  play,
  plus,
  printer,
  receipt,
  'receipt-text': receiptText,
  'refresh-cw': refreshCw,
  'rotate-ccw': rotateCcw,
  save,
  scale,
  search,
  send,
  settings,
  shield,
  'shield-alert': shieldAlert,
  'shield-check': shieldCheck,
  'shield-user': shieldUser,
  'shopping-cart': shoppingCart,
  siren,
  'sliders-horizontal': slidersHorizontal,
  sprout,
  'square-pen': squarePen,
  star,
  sun,
  table,
  target,
  'trash-2': trash2,
  'trending-down': trendingDown,
  'trending-up': trendingUp,
  'triangle-alert': triangleAlert,
  truck,
  'undo-2': undo2,
  upload,
  user,
  'user-check': userCheck,
  'user-cog': userCog,
  'user-plus': userPlus,
  'user-round': userRound,
  'user-x': userX,
  users,
  'users-round': usersRound,
  wallet,
  wrench,
  x,
  'zoom-in': zoomIn,
  'zoom-out': zoomOut,
};

export type IconName = keyof typeof icons;

/** Arrows that point along the reading direction, and so turn around in right-to-left text. Checks, clocks and searches do not. */
const MIRRORED: ReadonlySet<IconName> = new Set<IconName>([
  'arrow-left',
  'arrow-right',
  'chevron-left',
  'chevron-right',
  'chevrons-left',
  'chevrons-right',
  'undo-2',
  'send',
  'log-in',
  'log-out',
  'external-link',
  'list',
  'list-checks',
  'messages-square',
  'message-square',
  'chart-column',
  'chart-line',
  'trending-up',
  'trending-down',
  'book-open',
  'receipt-text',
  'file-text',
  'notebook-pen',
]);

export function mirrors(name: IconName): boolean {
  return MIRRORED.has(name);
}

const shapes = new Map<IconName, string>();

/** What stands between <svg> and </svg> of an icon: shapes only, from files that ship with the program. */
export function shapesOf(name: IconName): string {
  let inside = shapes.get(name);
  if (inside === undefined) {
    inside = icons[name].replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
    shapes.set(name, inside);
  }
  return inside;
}
