import { createContext } from 'svelte';
import { attemptId } from '../domain/attempt';
import { drawRound, roundLength } from '../domain/draw';
import type { OpenRound } from '../domain/facts';
import type { AnswerId, ScenarioId } from '../domain/ids';
import type { Pack, Scenario } from '../domain/pack';
import { trailOf } from '../domain/progress';
import type { Random } from '../domain/random';
import type { Messages } from '../i18n/messages';
import { Install } from './install.svelte';
import { Learner } from './learner.svelte';
import { Notices } from './notices.svelte';
import { Preferences } from './preferences.svelte';
import { Round } from './round.svelte';
import { Router } from './router.svelte';
import { Speech } from './speech.svelte';
import { Updates } from './updates.svelte';

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
  #round = $state.raw<Round>();
  /** The address that the round was opened by. */
  #roundHash = '';
  /** A first visit: nobody has been here before, and the first scene is there at once. */
  #welcome = $state(false);

  readonly router: Router;
  readonly preferences: Preferences;
  readonly notices = new Notices();
  readonly install = new Install();
  readonly speech: Speech;
  readonly learner: Learner;
  readonly updates: Updates;

  constructor(private readonly outside: Outside) {
    this.#edition = outside.edition;
    this.router = new Router(outside.hash);
    this.preferences = new Preferences(outside.storage);
    this.speech = new Speech(outside.speech);
    this.learner = new Learner({
      now: outside.now,
      onTrouble: (fault) =>
        this.notices.show({
          key: fault,
          tone: 'trouble',
          act: fault === 'lost' || fault === 'timeout' ? () => location.reload() : () => void this.learner.retry(),
        }),
      onRecovered: () => this.notices.show({ key: 'recovered', tone: 'news' }),
      onEvicted: () => this.notices.show({ key: 'evicted', tone: 'trouble', act: () => (location.hash = '#/me') }),
    });
    this.updates = new Updates({
      onOfflineReady: () => {
        document.documentElement.dataset.offlineReady = '';
        if (this.preferences.tellOnce('offline')) this.notices.show({ key: 'offline', tone: 'news' });
      },
      onUpdate: () => this.notices.show({ key: 'update', tone: 'news', act: this.updates.take }),
      onSuperseded: () => this.notices.show({ key: 'update', tone: 'news', act: this.updates.take }),
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
  get round(): Round | undefined {
    return this.#round;
  }
  get welcome(): boolean {
    return this.#welcome;
  }
  /** A scene is open: nothing may interrupt. */
  get busy(): boolean {
    return !!this.#round && !this.#round.finished && (this.#welcome || this.router.route.place === 'practice');
  }
  now = (): number => this.outside.now();

  scenario = (id: ScenarioId): Scenario | undefined => this.pack.scenarios.find((scenario) => scenario.id === id);

  takeEdition(edition: Edition): void {
    this.#edition = edition;
  }

  /** Changes the language of everything at once, in the middle of a scene too. */
  speakLanguage = async (language: string): Promise<void> => {
    try {
      this.#edition = await this.outside.loadEdition(language);
      this.preferences.language = language;
      document.documentElement.lang = language;
    } catch {
      this.notices.show({ key: 'unreachable', tone: 'trouble' });
    }
  };

  #scene = (scenario: ScenarioId, seed = Math.floor(this.outside.random() * 2 ** 32)): OpenRound['scenes'][number] => ({
    scenario,
    attempt: attemptId(this.outside.newId(), seed),
  });

  #startRound(scenes: OpenRound['scenes'], pack = this.pack.id): void {
    const { learner, outside } = this;
    this.#round = new Round(
      { pack, scenes },
      {
        pack: () => this.pack,
        now: outside.now,
        newId: outside.newId,
        record: async (answer) => {
          if (this.#round && learner.round !== this.#round.plan) void learner.keepRound(this.#round.plan);
          await learner.record(answer);
        },
        trailOf: ({ scenario, attempt }) => trailOf(learner.progress, scenario, attempt),
      },
    );
  }

  /** The first scene of a first visit; its responses stand in the order of the delivered page (seed 0). */
  startFirstRound(): void {
    this.#welcome = true;
    this.#startRound([this.#scene(this.pack.first, 0)]);
  }

  /** Fills the first round up, once the whole pack is there. */
  completeFirstRound(): void {
    const { first } = this.pack;
    const taken = this.pack.scenarios.filter((scenario) => scenario.id === first);
    const more = drawRound(this.pack.scenarios, this.learner.progress, this.outside.random, taken);
    this.#round?.extend(more.map((id) => this.#scene(id)));
  }

  /** Goes on with the round that was left, or draws a new one. */
  #resumeOrStart(): void {
    const { round } = this.learner;
    if (round?.pack === this.pack.id) {
      this.#startRound(round.scenes);
      if (!this.#round?.finished) return;
    }
    this.startRound();
  }

  startRound = (from: readonly Scenario[] = this.pack.scenarios): void => {
    const ids = drawRound([...from], this.learner.progress, this.outside.random, [], roundLength);
    this.#startRound(ids.map((id) => this.#scene(id)));
  };

  /** The round that the address asks for; the one that is open, if it was asked for by the same address. */
  openPractice = (): void => {
    if (this.#welcome || (this.#round && this.#roundHash === this.router.hash)) return;
    const { query } = this.router.route;
    const [principle, scene] = [query.get('principle'), query.get('scene')];
    this.#roundHash = this.router.hash;
    if (scene) this.startRound(this.pack.scenarios.filter(({ id }) => id === scene));
    else if (principle) this.startRound(this.pack.scenarios.filter(({ principles }) => principles[0] === principle));
    else this.#resumeOrStart();
  };

  /** Removes all that is kept on this device about the person; `false` where storage would not. */
  forgetEverything = async (): Promise<boolean> => {
    try {
      await this.learner.clear();
    } catch {
      return false;
    }
    this.preferences.clear();
    this.#round = undefined;
    return true;
  };

  /** Leaves the round; what was begun can be gone on with. */
  leaveRound = (): void => {
    if (this.#round?.finished) void this.learner.keepRound(null);
    this.#round = undefined;
    this.#welcome = false;
  };
}

export const [getApp, setApp] = createContext<App>();
