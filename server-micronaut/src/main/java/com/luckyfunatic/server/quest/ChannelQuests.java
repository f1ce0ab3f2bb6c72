package com.luckyfunatic.server.quest;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.connection.ChannelId;
import com.luckyfunatic.engine.connection.ChannelMembership;
import com.luckyfunatic.engine.connection.MembershipUnknownException;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.quest.External;
import com.luckyfunatic.engine.quest.ExternalKind;
import com.luckyfunatic.engine.quest.QuestCommand.ConfirmExternal;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.quest.QuestRules;
import com.luckyfunatic.server.limit.Permit;
import com.luckyfunatic.server.operation.PlayerReads;
import jakarta.inject.Singleton;

/**
 * Quests to join a channel: asks who is a member, because the rules cannot, and has it recorded.
 * Thread-safe; calls block on Telegram and on the storage.
 */
@Singleton
final class ChannelQuests {
    private static final Actor ACTOR = new Actor.Job("channel membership");

    private final GameEngine engine;
    private final PlayerReads reads;
    private final ChannelMembership membership;

    ChannelQuests(GameEngine engine, PlayerReads reads, ChannelMembership membership) {
        this.engine = engine;
        this.reads = reads;
        this.membership = membership;
    }

    /**
     * Confirms the channel of {@code quest}, if that is all it waits for and the player has joined.
     *
     * @throws MembershipUnknownException when it cannot be found out now
     */
    void confirm(PlayerReads.Snapshot seen, QuestId quest) {
        External awaited = QuestRules.awaited(seen.state(), quest, seen.context());
        if (awaited != null
                && awaited.kind() == ExternalKind.CHANNEL_JOINED
                && isMember(seen.state().id(), awaited)) {
            record(seen.state().id(), awaited);
        }
    }

    private boolean isMember(PlayerId player, External channel) {
        Permit.giveBackBeforeWaiting();
        return membership.isMember(
                ChannelId.named(channel.target()), reads.profile(player).account().telegramId());
    }

    private void record(PlayerId player, External channel) {
        engine.execute(
                new CommandEnvelope(
                        player,
                        null,
                        engine.clock().millis(),
                        ACTOR,
                        new ConfirmExternal(channel)));
    }
}
