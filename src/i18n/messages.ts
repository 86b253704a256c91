import type { Points, Stance } from '../domain/marks';
import type { Channel } from '../domain/pack';

type Count = (n: number) => string;
type Part = (n: number, of: number) => string;
interface NoticeText {
  text: string;
  /** What the button says, where there is something to do. */
  action?: string;
}

/** All texts of the app in one language. Nobody is addressed with du or Sie. */
export interface Messages {
  name: string;
  navigation: string;
  dismiss: string;
  languageName: string;
  places: Record<
    'today' | 'practice' | 'path' | 'library' | 'charter' | 'me' | 'moment' | 'check' | 'welcome' | 'licences',
    string
  >;
  channels: Record<Channel, string>;
  /** A pack may have others; then their own name is shown. */
  industries: Partial<Record<string, string>>;
  stances: Record<Stance, string>;
  stage: { from: string; subject: string; stars: Count; ours: string; then: string };
  map: {
    label: string;
    customer: string;
    business: string;
    spot: (label: string, customer: number, business: number) => string;
  };
  licences: { intro: string; missing: string; back: string };
  welcome: { other: string; noscript: string; description: string };
  practice: { question: string; sure: string; unsure: string; leave: string; step: Part; nothing: string };
  feedback: {
    label: string;
    chosen: string;
    reaction: string;
    verdict: Record<Stance, string>;
    meaning: Record<Points, string>;
    points: (n: Points) => string;
    keeps: string;
    breaks: string;
    takeaway: string;
    others: string;
    readAloud: string;
    stopReading: string;
    bookmark: string;
    goOn: string;
    next: string;
    toSummary: string;
  };
  summary: {
    title: string;
    partner: Part;
    direction: Record<'jester' | 'adversary' | 'even' | 'partner', string>;
    takeaways: string;
    intention: string;
    intentionHint: string;
    propose: string;
    keep: string;
    kept: string;
    finish: string;
    another: string;
  };
  install: { title: string; text: string; button: string; ios: { share: string; add: string; open: string } };
  today: {
    greeting: string;
    start: string;
    startHint: string;
    resume: string;
    resumeHint: Part;
    fresh: Count;
    noneFresh: string;
    mistakes: Count;
    principle: string;
    toCharter: string;
    answersSoFar: Count;
    toMap: string;
    list: Part;
    nothingDue: string;
    reasons: {
      missed: Count;
      due: (principle: string, days: number) => string;
      new: (principle: string) => string;
    };
    week: Part;
    weekMet: string;
    streak: Count;
    weekdays: readonly string[];
    practised: string;
    asked: string;
    used: string;
    notYet: string;
    moment: string;
    check: string;
    checkPaused: Part;
  };
  path: {
    title: string;
    intro: string;
    tried: Part;
    done: string;
    next: string;
    practise: string;
    good: string;
    bad: string;
    scenes: string;
    check: string;
    checkText: (n: number, share: number) => string;
    back: string;
  };
  onboarding: { title: (company: string) => string; text: string; start: string; look: string };
  moment: {
    title: string;
    intro: string;
    channel: string;
    principle: string;
    what: string;
    whatHint: string;
    place: string;
    placeHint: string;
    next: string;
    nextHint: string;
    save: string;
    remove: string;
    list: string;
    gone: string;
    day: (date: string) => string;
    needed: string;
  };
  check: {
    title: string;
    intro: (scenes: number, minutes: number, share: number) => string;
    rules: readonly string[];
    start: string;
    resume: Part;
    again: string;
    pause: string;
    passed: string;
    notYet: string;
    share: (points: number, most: number, share: number) => string;
    weakest: string;
    practise: string;
    certificate: string;
    name: string;
    nameHint: string;
    print: string;
    certifies: string;
    hasPassed: (charter: string) => string;
    honest: string;
    earlier: string;
    result: (date: string, points: number, most: number) => string;
  };
  library: {
    title: string;
    search: string;
    placeholder: string;
    filters: string;
    principle: string;
    channel: string;
    industry: string;
    all: string;
    show: string;
    mistakes: string;
    bookmarks: string;
    untried: string;
    moments: string;
    found: Count;
    none: string;
    reset: string;
    state: { untried: string; missed: string; hit: string };
    back: string;
    covered: string;
    uncover: string;
    try: string;
    again: string;
    share: string;
    copied: string;
    print: string;
    turn: Count;
    leadsTo: Count;
    gone: string;
    goneHint: string;
  };
  charter: { title: string; groundRules: string; practise: string; scenes: string; print: string };
  me: {
    title: string;
    map: string;
    mapEmpty: string;
    answers: string;
    channels: string;
    channelsHint: string;
    lean: Record<'strongJester' | 'jester' | 'even' | 'adversary' | 'strongAdversary' | 'few', string>;
    hard: string;
    soft: string;
    channel: string;
    leaning: string;
    count: string;
    sentence: {
      both: (soft: string, hard: string) => string;
      soft: (channels: string) => string;
      hard: (channels: string) => string;
      even: string;
    };
    principles: string;
    mastery: string;
    masteryHint: string;
    bands: Record<'new' | 'few' | 'shaky' | 'growing' | 'firm', string>;
    nextDue: (date: string) => string;
    dueNow: string;
    drift: string;
    driftHint: string;
    month: string;
    activity: string;
    activityText: (days: number, answers: number) => string;
    calibration: string;
    calibrationTable: Record<'sureRight' | 'sureWrong' | 'unsureRight' | 'unsureWrong', string>;
    calibrationSays: Record<'over' | 'under' | 'fit' | 'few', string>;
    goal: string;
    goalDays: Count;
    asTable: string;
    appearance: string;
    language: string;
    theme: string;
    themes: Record<'auto' | 'light' | 'dark', string>;
    text: string;
    textSizes: Record<'normal' | 'large' | 'larger', string>;
    keeping: string;
    keepingText: string;
    kept: string;
    mayBeCleared: string;
    unknown: string;
    askToKeep: string;
    memory: string;
    check: string;
    checkText: string;
    checking: string;
    checkClean: Count;
    checkBroken: Count;
    checkReleased: Count;
    checkRecounted: string;
    checkFailed: string;
    saveQuarantine: string;
    backup: string;
    backupText: string;
    backupNone: string;
    backupLast: (date: string, n: number) => string;
    save: string;
    restore: string;
    restored: Count;
    restoredNotes: string;
    leftOut: Count;
    unread: string;
    unsaved: string;
    refused: string;
    reasons: Record<
      'too-large' | 'not-json' | 'truncated' | 'foreign' | 'newer' | 'damaged' | 'invalid' | 'insecure' | 'failed',
      string
    >;
    delete: string;
    deleteText: string;
    deleteSure: string;
    deleteWarn: Count;
    deleteNow: string;
    deleteLast: string;
    deleteLastText: string;
    cancel: string;
    deleted: string;
    notDeleted: string;
    about: string;
    aboutText: string;
  };
  trouble: { title: string; text: string; reload: string };
  notices: Record<
    | 'offline'
    | 'onlineOnly'
    | 'insecure'
    | 'copied'
    | 'uncopied'
    | 'backup'
    | 'update'
    | 'recovered'
    | 'evicted'
    | 'unreachable'
    | 'refused'
    | 'timeout'
    | 'blocked'
    | 'future'
    | 'quota'
    | 'lost'
    | 'gone'
    | 'failed'
    | 'broken',
    NoticeText
  >;
}
