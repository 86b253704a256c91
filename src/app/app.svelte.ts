import { createContext } from 'svelte';
import { dayOf } from '../domain/day';
import type { AnswerId, Day, ScenarioId } from '../domain/ids';
import type { Pack, Scenario } from '../domain/pack';
import type { Random } from '../domain/random';
import type { Messages } from '../i18n/messages';
import type { StorageFault } from '../storage/store';
import { copy } from './copy';
import { Exam } from './exam.svelte';
import { Install } from './install.svelte';
import { Learner } from './learner.svelte';
import { Notices } from './notices.svelte';
import { Preferences } from './preferences.svelte';
import { Practice } from './practice.svelte';
import { Router } from './router.svelte';
import { Speech } from './speech.svelte';
import { Updates } from './updates.svelte';

/** Where another try in the same page is of no use. */
const healedByReload: readonly StorageFault[] = ['lost', 'timeout', 'blocked', 'future'];

/** The texts of one language: the app's and the pack's, always changed together. */
export interface Edition {
  language: string;
  messages: Messages;
  pack: Pack;
}

interface Outside {
  edition: Edition;
  hash: string;
  now: () => number;
  random: Random;
  newId: () => AnswerId;
  storage?: Storage | undefined;
  speech?: SpeechSynthesis | undefined;
  loadEdition: (language: string) => Promise<Edition>;
}

/** Everything that lives as long as the page, made before the first component. */
export class App {
  #edition = $state.raw() as Edition;
  #today = $state() as Day;
  /** The language that was asked for last. */
  #asked = '';
  readonly router: Router;
  readonly preferences: Preferences;
  readonly notices = new Notices();
  readonly install = new Install();
  readonly speech: Speech;
  readonly learner: Learner;
  readonly updates: Updates;
  readonly practice: Practice;
  readonly exam: Exam;

  constructor(private readonly outside: Outside) {
    this.#edition = outside.edition;
    this.renewToday();
    this.router = new Router(outside.hash);
    this.preferences = new Preferences(outside.storage);
    this.speech = new Speech(outside.speech);
    this.learner = new Learner({
      now: outside.now,
      newId: outside.newId,
      pack: () => this.pack,
      onTrouble: (fault, retriable) => {
        const [reload, retry] = [() => location.reload(), () => void this.learner.retry()];
        const byReload = healedByReload.includes(fault) || this.learner.closedBy;
        const act = byReload ? reload : retriable && retry;
        this.notices.show({ key: fault, tone: 'trouble', ...(act && { act }) });
      },
      onRecovered: () => this.notices.show({ key: 'recovered', tone: 'news' }),
      onEvicted: () => this.notices.show({ key: 'evicted', tone: 'trouble', act: () => (location.hash = '#/me') }),
    });
    const ports = { ...outside, pack: () => this.pack, learner: this.learner, router: this.router };
    this.practice = new Practice(ports);
    this.exam = new Exam(ports);
    this.updates = new Updates({
      onOfflineReady: () => {
        document.documentElement.dataset.offlineReady = '';
        if (this.preferences.tellOnce('offline')) this.notices.show({ key: 'offline', tone: 'news' });
      },
      onNone: () => this.#tellOnlineOnly(isSecureContext),
      onUpdate: () => this.notices.show({ key: 'update', tone: 'news', act: this.updates.take }),
      onSuperseded: () => this.notices.show({ key: 'update', tone: 'news', act: this.updates.take }),
    });
  }

  /** Shown at every visit until it is closed: only then has it been seen for certain. */
  #tellOnlineOnly(secure: boolean): void {
    const key = secure ? 'onlineOnly' : 'insecure';
    if (this.preferences.wasTold(key)) return;
    this.notices.show({
      key,
      tone: 'news',
      act: () =>
        void copy(location.href.replace(/^http:/, secure ? '$&' : 'https:')).then((copied) =>
          this.notices.show({ key: copied ? 'copied' : 'uncopied', tone: 'news' }),
        ),
      onClosed: () => void this.preferences.tellOnce(key),
    });
  }

  get t(): Messages {
    return this.#edition.messages;
  }
  get language(): string {
    return this.#edition.language;
  }
  get pack(): Pack {
    return this.#edition.pack;
  }
  /** A scene is open: nothing may interrupt. */
  get busy(): boolean {
    return this.practice.busy || this.exam.busy;
  }
  now = (): number => this.outside.now();
  /** The day that the screens show. */
  get today(): Day {
    return this.#today;
  }
  /** An app that is left open overnight comes back on another day. */
  renewToday = (): void => {
    this.#today = dayOf(this.now());
  };

  scenario = (id: ScenarioId): Scenario | undefined => this.pack.scenarios.find((scenario) => scenario.id === id);

  takeEdition(edition: Edition): void {
    this.#edition = edition;
  }

  /** Changes the language of everything at once, in the middle of a scene too. */
  speakLanguage = async (language: string): Promise<void> => {
    this.#asked = language;
    try {
      const edition = await this.outside.loadEdition(language);
      if (this.#asked !== language) return;
      this.#edition = edition;
      this.preferences.language = language;
      document.documentElement.lang = language;
    } catch {
      this.notices.show({ key: 'unreachable', tone: 'trouble' });
    }
  };

  /** Removes all that is kept on this device about the person; `false` where storage would not. */
  forgetEverything = async (): Promise<boolean> => {
    try {
      await this.learner.clear();
    } catch {
      return false;
    }
    this.preferences.clear();
    this.practice.leave();
    this.exam.leave();
    return true;
  };
}

export const [getApp, setApp] = createContext<App>();
