package com.luckyfunatic.engine.player;

import static java.util.Objects.requireNonNullElse;

import com.luckyfunatic.engine.balloon.BalloonState;
import com.luckyfunatic.engine.bonus.BonusState;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.connection.ConnectionState;
import com.luckyfunatic.engine.conversion.ConversionState;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.forge.ForgeState;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.notice.NoticeState;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.rank.RankState;
import com.luckyfunatic.engine.referral.ReferralState;
import com.luckyfunatic.engine.session.SessionState;
import com.luckyfunatic.engine.store.StoreState;
import com.luckyfunatic.engine.story.StoryState;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.timetrial.TimeTrialState;
import com.luckyfunatic.engine.tournament.TournamentTally;
import com.luckyfunatic.engine.wallet.Wallet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that only one player's own commands change: the aggregate that every command is
 * decided against and changes as a whole. Immutable.
 *
 * @param id whose it is
 * @param sequence how many changes it has seen; every change raises it by one, without gaps
 * @param changedAtMillis the last change, epoch milliseconds; time never runs before it
 * @param wallet balances
 * @param tap taps and their rate limit
 * @param energy energy
 * @param income passive income
 * @param boosters boosters
 * @param frenzy frenzy
 * @param cards cards owned
 * @param stories stories claimed
 * @param forge special cards forged
 * @param items items held
 * @param rank the rank reached
 * @param referral referrals
 * @param session logins
 * @param pursuits what is done besides, and seldom; null is nothing, because states were stored
 *     before it existed, and because new players have nothing
 */
public record PlayerState(
        PlayerId id,
        long sequence,
        long changedAtMillis,
        Wallet wallet,
        TapState tap,
        EnergyState energy,
        IncomeState income,
        BoosterState boosters,
        FrenzyState frenzy,
        CardState cards,
        StoryState stories,
        ForgeState forge,
        ItemState items,
        RankState rank,
        ReferralState referral,
        SessionState session,
        @Nullable Pursuits pursuits) {
    /** Holds nothing as null. */
    public PlayerState {
        pursuits = Pursuits.held(pursuits);
    }

    /** Returns what is done besides, and seldom. */
    @Override
    public Pursuits pursuits() {
        return requireNonNullElse(pursuits, Pursuits.NONE);
    }

    /** Returns games of balloons. */
    public BalloonState balloons() {
        return pursuits().balloons();
    }

    /** Returns the daily bonus. */
    public BonusState bonus() {
        return pursuits().bonus();
    }

    /** Returns what is connected outside the game. */
    public ConnectionState connections() {
        return pursuits().connections();
    }

    /** Returns quests. */
    public QuestState quests() {
        return pursuits().quests();
    }

    /** Returns conversions. */
    public ConversionState conversions() {
        return pursuits().conversions();
    }

    /** Returns what was bought in the store. */
    public StoreState store() {
        return pursuits().store();
    }

    /** Returns what the player has been told. */
    public NoticeState notices() {
        return pursuits().notices();
    }

    /** Returns what was done in tournaments. */
    public TournamentTally tournaments() {
        return pursuits().tournaments();
    }

    /** Returns time trials. */
    public TimeTrialState timeTrials() {
        return pursuits().timeTrials();
    }

    /** Returns what became of the games before this one. */
    public ResetState resets() {
        return pursuits().resets();
    }

    /** Starts a changed copy of this. */
    public Change change() {
        return new Change(this);
    }

    /** Returns this with another wallet. */
    public PlayerState with(Wallet newWallet) {
        return change().wallet(newWallet).done();
    }

    /** Returns this as the result of one more change, made at {@code atMillis}. */
    public PlayerState nextChange(long atMillis) {
        return change().version(sequence + 1, atMillis).done();
    }

    /**
     * Returns this after a tap. A tap is by far the most frequent change, so its copy is made
     * without a {@link Change}: whether the JIT compiler spares that depends on how much code it
     * has grown to.
     */
    public PlayerState afterTap(
            long newSequence,
            long newChangedAtMillis,
            Wallet newWallet,
            TapState newTap,
            EnergyState newEnergy,
            FrenzyState newFrenzy) {
        return new PlayerState(
                id,
                newSequence,
                newChangedAtMillis,
                newWallet,
                newTap,
                newEnergy,
                income,
                boosters,
                newFrenzy,
                cards,
                stories,
                forge,
                items,
                rank,
                referral,
                session,
                pursuits);
    }

    /**
     * A changed copy in the making. Not thread-safe; used once.
     *
     * <p>It holds what is replaced next to the original, instead of copying all parts twice: a
     * constructor that small is always inlined, so that the JIT compiler can spare the allocation.
     */
    public static final class Change {
        private final PlayerState original;
        private long sequence;
        private long changedAtMillis;
        private @Nullable Wallet wallet;
        private @Nullable TapState tap;
        private @Nullable EnergyState energy;
        private @Nullable IncomeState income;
        private @Nullable BoosterState boosters;
        private @Nullable FrenzyState frenzy;
        private @Nullable CardState cards;
        private @Nullable StoryState stories;
        private @Nullable ForgeState forge;
        private @Nullable ItemState items;
        private @Nullable RankState rank;
        private @Nullable ReferralState referral;
        private @Nullable SessionState session;
        private @Nullable Pursuits pursuits;

        private Change(PlayerState original) {
            this.original = original;
            sequence = original.sequence;
            changedAtMillis = original.changedAtMillis;
        }

        /** Replaces {@link PlayerState#sequence()} and {@link PlayerState#changedAtMillis()}. */
        public Change version(long sequence, long changedAtMillis) {
            this.sequence = sequence;
            this.changedAtMillis = changedAtMillis;
            return this;
        }

        /** Replaces {@link PlayerState#wallet()}. */
        public Change wallet(Wallet wallet) {
            this.wallet = wallet;
            return this;
        }

        /** Replaces {@link PlayerState#tap()}. */
        public Change tap(TapState tap) {
            this.tap = tap;
            return this;
        }

        /** Replaces {@link PlayerState#energy()}. */
        public Change energy(EnergyState energy) {
            this.energy = energy;
            return this;
        }

        /** Replaces {@link PlayerState#income()}. */
        public Change income(IncomeState income) {
            this.income = income;
            return this;
        }

        /** Replaces {@link PlayerState#boosters()}. */
        public Change boosters(BoosterState boosters) {
            this.boosters = boosters;
            return this;
        }

        /** Replaces {@link PlayerState#frenzy()}. */
        public Change frenzy(FrenzyState frenzy) {
            this.frenzy = frenzy;
            return this;
        }

        /** Replaces {@link PlayerState#cards()}. */
        public Change cards(CardState cards) {
            this.cards = cards;
            return this;
        }

        /** Replaces {@link PlayerState#stories()}. */
        public Change stories(StoryState stories) {
            this.stories = stories;
            return this;
        }

        /** Replaces {@link PlayerState#forge()}. */
        public Change forge(ForgeState forge) {
            this.forge = forge;
            return this;
        }

        /** Replaces {@link PlayerState#items()}. */
        public Change items(ItemState items) {
            this.items = items;
            return this;
        }

        /** Replaces {@link PlayerState#rank()}. */
        public Change rank(RankState rank) {
            this.rank = rank;
            return this;
        }

        /** Replaces {@link PlayerState#referral()}. */
        public Change referral(ReferralState referral) {
            this.referral = referral;
            return this;
        }

        /** Replaces {@link PlayerState#session()}. */
        public Change session(SessionState session) {
            this.session = session;
            return this;
        }

        /** Replaces {@link PlayerState#balloons()}. */
        public Change balloons(BalloonState balloons) {
            pursuits = pursuits().with(balloons);
            return this;
        }

        /** Replaces {@link PlayerState#bonus()}. */
        public Change bonus(BonusState bonus) {
            pursuits = pursuits().with(bonus);
            return this;
        }

        /** Replaces {@link PlayerState#connections()}. */
        public Change connections(ConnectionState connections) {
            pursuits = pursuits().with(connections);
            return this;
        }

        /** Replaces {@link PlayerState#quests()}. */
        public Change quests(QuestState quests) {
            pursuits = pursuits().with(quests);
            return this;
        }

        /** Replaces {@link PlayerState#conversions()}. */
        public Change conversions(ConversionState conversions) {
            pursuits = pursuits().with(conversions);
            return this;
        }

        /** Replaces {@link PlayerState#store()}. */
        public Change store(StoreState store) {
            pursuits = pursuits().with(store);
            return this;
        }

        /** Replaces {@link PlayerState#notices()}. */
        public Change notices(NoticeState notices) {
            pursuits = pursuits().with(notices);
            return this;
        }

        /** Replaces {@link PlayerState#tournaments()}. */
        public Change tournaments(TournamentTally tournaments) {
            pursuits = pursuits().with(tournaments);
            return this;
        }

        /** Replaces {@link PlayerState#timeTrials()}. */
        public Change timeTrials(TimeTrialState timeTrials) {
            pursuits = pursuits().with(timeTrials);
            return this;
        }

        /** Replaces {@link PlayerState#resets()}. */
        public Change resets(ResetState resets) {
            pursuits = pursuits().with(resets);
            return this;
        }

        private Pursuits pursuits() {
            return pursuits == null ? original.pursuits() : pursuits;
        }

        /** Returns the changed copy. */
        public PlayerState done() {
            return new PlayerState(
                    original.id,
                    sequence,
                    changedAtMillis,
                    requireNonNullElse(wallet, original.wallet),
                    requireNonNullElse(tap, original.tap),
                    requireNonNullElse(energy, original.energy),
                    requireNonNullElse(income, original.income),
                    requireNonNullElse(boosters, original.boosters),
                    requireNonNullElse(frenzy, original.frenzy),
                    requireNonNullElse(cards, original.cards),
                    requireNonNullElse(stories, original.stories),
                    requireNonNullElse(forge, original.forge),
                    requireNonNullElse(items, original.items),
                    requireNonNullElse(rank, original.rank),
                    requireNonNullElse(referral, original.referral),
                    requireNonNullElse(session, original.session),
                    Pursuits.latest(pursuits, original.pursuits));
        }
    }
}
