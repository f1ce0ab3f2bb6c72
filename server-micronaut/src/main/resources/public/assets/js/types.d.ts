/**
 * The names that the modules' comments use, for editors and type checkers; no browser loads this file. Fields ending in `AtMs` and
 * `UntilMs` are epoch milliseconds on the server's clock.
 */
type Answer<T> = import('./api.js').Answer<T>;
type Api = import('./api.js').Api;
type ApiError = import('./api.js').ApiError;
type Child = import('./dom.js').Child;
type Credentials = import('./session.js').Credentials;
type Format = import('./format.js').Format;
type Game = import('./game.js').Game;
type JsonStorage = import('./storage.js').JsonStorage;
type RequestOptions = import('./api.js').RequestOptions;
type ServerClock = import('./clock.js').ServerClock;
type Session = import('./session.js').Session;
type Store = import('./store.js').Store;
type Telegram = import('./telegram.js').Telegram;
type Translate = import('./strings.js').Translate;
type Batch = import('./tap-queue.js').Batch;
type TapQueue = import('./tap-queue.js').TapQueue;
type Ui = import('./views/shell.js').Ui;
type View = import('./views/shell.js').View;

type Currency = 'funz' | 'jokers';

interface Player {
    id: string;
    telegramId: number;
    firstName: string;
    lastName: string | null;
    username: string | null;
    premium: boolean;
    rank: number;
    joinedAt: string;
    /** A language tag; null when it is to follow Telegram. Missing until the profile was asked for. */
    chosenLanguage?: string | null;
}

/** The last answer about the whole game. */
interface GameState {
    /** The server's time of the answer. */
    at: number;
    /** Grows with every change of the player. */
    sequence: number;
    energy: { currentEnergyBalance: number; maxEnergy: number; regenMilliPerSec: number; fullAtMs: number };
    funz: {
        currentFunzBalance: number;
        funzPerTap: number;
        incomePerHour: number;
        lifetimeEarned: number;
        passiveIncome: PassiveIncome;
    };
    jokers: { balance: number };
    taps: { total: number; perSecond: number; burst: number; lastSequence: number };
    rank: { rank: number; name: string; lifetimeEarned: number; nextAt: number | null };
    frenzy: { meter: number; meterMax: number; multiplierBps: number; activeUntilMs: number; readyAtMs: number };
    boosters: Booster[];
    referral: { friends: number };
}

interface PassiveIncome {
    amount: number;
    forDurationMs: number;
    capped: boolean;
}

interface Booster {
    type: string;
    name: string;
    description: string;
    price: number;
    currency: Currency;
    isActive: boolean;
    /** -1 for no limit. */
    usagesLeft: number;
    level: number;
    /** 0 for one that is not permanent. */
    maxLevel: number;
    isAvailable: boolean;
    effect: string;
    magnitude: number;
    durationMs: number;
    activeUntilMs: number;
    readyAtMs: number;
}

interface TapAnswer {
    accepted: number;
    paid: number;
    repeated: boolean;
}

interface Requirement {
    type: 'card' | 'rank' | 'friends' | 'quest';
    cardId?: string;
    cardName?: string;
    level?: number;
    rank?: number;
    friends?: number;
    questId?: string;
    isMissing: boolean;
}

interface Card {
    id: string;
    name: string;
    description: string;
    category: string;
    image: string;
    /** Null while it is not owned. */
    level: number | null;
    /** Null at the last level, as are the fields below that look ahead. */
    nextLevel: number | null;
    buyOrUpgradeCost: number | null;
    currency: Currency;
    incomePerHour: number;
    nextIncomePerHour: number | null;
    paybackHours: number | null;
    buyOrUpgradeRequirements: Requirement[];
    isMaxLevelReached: boolean;
    isComingSoon: boolean;
    isAvailable: boolean;
    availableFrom: string | null;
    availableUntil: string | null;
}

interface Ingredient {
    type: 'card' | 'item';
    name: string;
    amount: number;
    held: number;
    isMissing: boolean;
}

interface SpecialCard {
    id: string;
    name: string;
    description: string;
    image: string;
    forged: number;
    forgeLimit: number;
    jokers: number;
    incomePerHour: number;
    effect: string | null;
    magnitude: number;
    ingredients: Ingredient[];
    requirements: Requirement[];
    isAvailable: boolean;
}

interface Story {
    id: string;
    name: string;
    /** Null while it is locked. */
    chapter: string | null;
    cards: { cardId: string; name: string; isOwned: boolean }[];
    reward: { funz: number; jokers: number };
    isUnlocked: boolean;
    isClaimed: boolean;
}

/** The daily bonus. */
interface DailyBonus {
    isOffered: boolean;
    isClaimed: boolean;
    nextClaimAtMs: number;
    segments: WheelSegment[];
    streak: { days: number; nextDay: number; rewards: { day: number; funz: number }[] };
    spins: { free: number; item: { itemId: string; name: string; held: number } | null };
}

interface WheelSegment {
    id: string;
    name: string;
    odds: { numerator: number; denominator: number };
    prize: Prize;
}

interface Prize {
    funz: number;
    jokers: number;
    items: { itemId: string; name: string; count: number }[];
}

interface BonusClaim {
    /** Null for a spin that an item was spent for. */
    streak: { day: number; funz: number } | null;
    spin: { segmentId: string; roll: number; rolls: number; prize: Prize };
}

type QuestAction =
    | 'claim'
    | 'visit'
    | 'wait'
    | 'start'
    | 'counting'
    | 'check'
    | 'connect'
    | 'missing'
    | 'closed'
    | 'late'
    | 'claimed';

interface Quest {
    id: string;
    description: string;
    kind: 'instant' | 'visit' | 'condition' | 'external';
    status: 'not_started' | 'started' | 'completed' | 'claimed';
    isActive: boolean;
    /** Whether it begins anew with every UTC day. */
    isDaily: boolean;
    /** Where it leads: HTTPS, or nowhere. */
    link: string | null;
    reward: Prize;
    /** Null without a counter, as is the goal. */
    progress: number | null;
    goal: number | null;
    /** 0 for a visit that was not started, or that will not be complete any more today. */
    completesAtMs: number;
    requirements: Requirement[];
}

interface FriendsLadder {
    friends: number;
    /** The number of friends that the next level asks for; null when every level is claimed. */
    nextLevel: number | null;
    isNextLevelReached: boolean;
    levels: { friends: number; reward: Prize; status: Quest['status'] }[];
}

interface Inventory {
    items: HeldItem[];
    conversions: Conversion[];
}

interface HeldItem {
    itemId: string;
    name: string;
    description: string;
    count: number;
    /** Null for an item that the content has no more. */
    max: number | null;
    /** Null for an item that does nothing by itself. */
    use: ItemUse | null;
}

interface ItemUse {
    type: 'reward' | 'booster' | 'spin';
    reward: Prize | null;
    boosterType: string | null;
}

interface ItemUsed {
    reward: Prize | null;
    booster: Booster | null;
    spin: BonusClaim['spin'] | null;
}

interface Conversion {
    conversionId: string;
    name: string;
    from: Prize;
    to: Prize;
    maxPerOperation: number;
    /** Null for no limit. */
    daily: Limit | null;
}

interface Limit {
    limit: number;
    used: number;
    remaining: number;
    resetsAt: string | null;
}

/** Something that the store sells. */
interface Listing {
    listingId: string;
    name: string;
    description: string;
    image: string;
    price: number;
    currency: Currency | 'stars';
    goods: Prize;
    availableFrom: string | null;
    availableUntil: string | null;
    isAvailable: boolean;
    /** Null for no limit, as is the next. */
    daily: Limit | null;
    total: Limit | null;
    /** How many all players together can still buy; null for no limit. */
    left: number | null;
    requirements: Requirement[];
}

/** A small game on a page of its own. */
interface Minigame {
    id: string;
    name: string;
    description: string;
    url: string;
    image: string;
}

interface Tournament {
  tournamentId: string;
  name: string;
  /** A minigame's, or `balloon`. */
  gameId: string;
  state: 'scheduled' | 'open' | 'closing' | 'ranked' | 'paying' | 'done' | 'cancelled';
  opensAt: string;
  closesAt: string;
  entryFee: number;
  currency: Currency;
  entriesPerPlayer: number;
  entries: number;
  seats: number | null;
  seatsLeft: number | null;
  prizePool: number;
  myEntries: number;
  isDisqualified: boolean;
  requirements: Requirement[];
}

/** On a tournament's leaderboard, or in its final standings. */
interface Place {
  rank: number;
  playerId: string;
  /** Empty for who has deleted their account. */
  firstName: string;
  score: string;
  isMe: boolean;
  paid: number | null;
}

/** A level against the clock. */
interface TimeTrial {
    id: string;
    name: string;
    description: string;
    /** The minigame that it is a level of. */
    gameId: string;
    /** Slowest first. */
    targets: { medal: 'bronze' | 'silver' | 'gold'; timeMs: number; reward: Prize; isRewarded: boolean }[];
    /** Null for none, as is the rank. */
    bestTimeMs: number | null;
    rank: number | null;
}

interface TrialFinished {
    timeMs: number;
    bestTimeMs: number;
    isBest: boolean;
    medals: string[];
    paid: Prize;
    cut: Prize;
    timeTrialRank: number | null;
}

/** With what the player has and can have of it. */
interface Raffle {
    raffleId: string;
    name: string;
    description: string;
    status: 'open' | 'closed' | 'frozen' | 'drawn' | 'done' | 'cancelled' | 'refunded';
    isOpen: boolean;
    opensAt: string;
    closesAt: string;
    price: number;
    currency: Currency;
    limitPerPlayer: number;
    ticketsLeft: number;
    prizes: { winners: number; prize: Prize }[];
    isEligible: boolean;
    ticketsHeld: number;
    remaining: number;
    requirements: Requirement[];
}

interface MyTickets {
    numbers: { first: number; count: number }[];
    isDrawn: boolean;
    wins: { ticket: number; prize: Prize }[];
}

interface Banner {
    id: string;
    title: string;
    text: string;
    image: string | null;
    /** HTTPS, or nowhere. */
    actionUrl: string | null;
}

interface News {
    id: string;
    title: string;
    text: string;
    /** HTTPS, or nowhere. */
    actionUrl: string | null;
    publishedAt: string | null;
    isRead: boolean;
    /** Whether it is to be laid over the game; of one at most. */
    isPopup: boolean;
}

/** What is connected outside the game. */
interface Connections {
    ton: { address: string; connectedAt: string } | null;
    exchange: { id: string; chosenAt: string } | null;
}

interface Friend {
    playerId: string;
    /** Whether they have deleted their account; then there is no name. */
    deleted: boolean;
    firstName: string;
    username: string | null;
    lifetimeEarned: number;
    rank: number;
    premium: boolean;
}

/** The parts of the published content that the page reads; without it, it shows less. */
interface Catalog {
    categories?: { id: string; name: string }[];
    ranks?: { name: string; funzEarned: number }[];
    tap?: { energyPerTap?: number };
    exchanges?: { id: string; name: string }[];
    referral?: { rewardFunz?: number; premiumRewardFunz?: number };
}
