import org.jspecify.annotations.NullMarked;

/**
 * The rules of Lucky Funatic: pure functions over records, behind the facade {@link
 * com.luckyfunatic.engine.GameEngine}.
 *
 * <p>It reads no clock, draws no randomness of its own, starts no thread and does no I/O: all of
 * these are handed in.
 */
@NullMarked
module com.luckyfunatic.engine {
    requires static transitive org.jspecify;

    exports com.luckyfunatic.engine;
    exports com.luckyfunatic.engine.account;
    exports com.luckyfunatic.engine.accrual;
    exports com.luckyfunatic.engine.amount;
    exports com.luckyfunatic.engine.audit;
    exports com.luckyfunatic.engine.balloon;
    exports com.luckyfunatic.engine.bonus;
    exports com.luckyfunatic.engine.booster;
    exports com.luckyfunatic.engine.campaign;
    exports com.luckyfunatic.engine.card;
    exports com.luckyfunatic.engine.catalog;
    exports com.luckyfunatic.engine.connection;
    exports com.luckyfunatic.engine.conversion;
    exports com.luckyfunatic.engine.effect;
    exports com.luckyfunatic.engine.energy;
    exports com.luckyfunatic.engine.forge;
    exports com.luckyfunatic.engine.frenzy;
    exports com.luckyfunatic.engine.hold;
    exports com.luckyfunatic.engine.id;
    exports com.luckyfunatic.engine.income;
    exports com.luckyfunatic.engine.item;
    exports com.luckyfunatic.engine.leaderboard;
    exports com.luckyfunatic.engine.minigame;
    exports com.luckyfunatic.engine.notice;
    exports com.luckyfunatic.engine.platform;
    exports com.luckyfunatic.engine.operator;
    exports com.luckyfunatic.engine.player;
    exports com.luckyfunatic.engine.presence;
    exports com.luckyfunatic.engine.prize;
    exports com.luckyfunatic.engine.quest;
    exports com.luckyfunatic.engine.raffle;
    exports com.luckyfunatic.engine.rank;
    exports com.luckyfunatic.engine.referral;
    exports com.luckyfunatic.engine.requirement;
    exports com.luckyfunatic.engine.reward;
    exports com.luckyfunatic.engine.schedule;
    exports com.luckyfunatic.engine.session;
    exports com.luckyfunatic.engine.stock;
    exports com.luckyfunatic.engine.storage;
    exports com.luckyfunatic.engine.store;
    exports com.luckyfunatic.engine.story;
    exports com.luckyfunatic.engine.tap;
    exports com.luckyfunatic.engine.timetrial;
    exports com.luckyfunatic.engine.tournament;
    exports com.luckyfunatic.engine.wallet;
}
