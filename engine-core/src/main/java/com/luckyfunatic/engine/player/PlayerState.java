package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.forge.ForgeState;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.rank.RankState;
import com.luckyfunatic.engine.referral.ReferralState;
import com.luckyfunatic.engine.session.SessionState;
import com.luckyfunatic.engine.story.StoryState;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.wallet.Wallet;

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
        SessionState session) {

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
        return change().next(atMillis).done();
    }

    /** A changed copy in the making. Not thread-safe; used once. */
    public static final class Change {
        private final PlayerId id;
        private long sequence;
        private long changedAtMillis;
        private Wallet wallet;
        private TapState tap;
        private EnergyState energy;
        private IncomeState income;
        private BoosterState boosters;
        private FrenzyState frenzy;
        private CardState cards;
        private StoryState stories;
        private ForgeState forge;
        private ItemState items;
        private RankState rank;
        private ReferralState referral;
        private SessionState session;

        private Change(PlayerState state) {
            id = state.id;
            sequence = state.sequence;
            changedAtMillis = state.changedAtMillis;
            wallet = state.wallet;
            tap = state.tap;
            energy = state.energy;
            income = state.income;
            boosters = state.boosters;
            frenzy = state.frenzy;
            cards = state.cards;
            stories = state.stories;
            forge = state.forge;
            items = state.items;
            rank = state.rank;
            referral = state.referral;
            session = state.session;
        }

        private Change next(long atMillis) {
            sequence++;
            changedAtMillis = atMillis;
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

        /** Returns the changed copy. */
        public PlayerState done() {
            return new PlayerState(
                    id,
                    sequence,
                    changedAtMillis,
                    wallet,
                    tap,
                    energy,
                    income,
                    boosters,
                    frenzy,
                    cards,
                    stories,
                    forge,
                    items,
                    rank,
                    referral,
                    session);
        }
    }
}
