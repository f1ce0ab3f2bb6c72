package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferReply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** A platform that answers as it is told, and then confirms. Notes what was wanted. */
class ScriptedGateway implements TransferGateway {
    private final Deque<TransferReply> replies;
    private final List<String> calls = new ArrayList<>();
    private TransferReply otherwise = new TransferReply.Confirmed();

    ScriptedGateway(TransferReply... replies) {
        this.replies = new ArrayDeque<>(List.of(replies));
    }

    /** What it says when it is told nothing more. */
    final void otherwise(TransferReply reply) {
        otherwise = reply;
    }

    /** What was wanted so far: {@code send} with the moment, or {@code ask}. */
    final List<String> calls() {
        return calls;
    }

    @Override
    public TransferReply send(Transfer transfer, long sentAtMillis) {
        calls.add("send " + sentAtMillis);
        return next();
    }

    @Override
    public TransferReply ask(TransferId transfer) {
        calls.add("ask");
        return next();
    }

    private TransferReply next() {
        return Objects.requireNonNullElse(replies.poll(), otherwise);
    }
}
