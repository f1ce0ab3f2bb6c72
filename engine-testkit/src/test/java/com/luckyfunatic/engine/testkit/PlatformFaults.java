package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import java.util.Optional;

/** Stores of platform accounts that do one thing wrong. */
final class PlatformFaults {
    private PlatformFaults() {}

    abstract static class Links extends BrokenStorage implements PlatformAccounts {
        Links(PlainStorage right) {
            super(right);
        }

        final PlatformAccounts links() {
            return right.platformAccounts();
        }

        @Override
        public final PlatformAccounts platformAccounts() {
            return this;
        }

        @Override
        public LinkOutcome link(PlayerId player, PlatformAccountId account) {
            return links().link(player, account);
        }

        @Override
        public void unlink(PlayerId player) {
            links().unlink(player);
        }

        @Override
        public final Optional<PlatformAccountId> accountOf(PlayerId player) {
            return links().accountOf(player);
        }

        @Override
        public final Optional<PlayerId> ownerOf(PlatformAccountId account) {
            return links().ownerOf(account);
        }
    }

    static final class NeverUnlinks extends Links {
        NeverUnlinks(PlainStorage right) {
            super(right);
        }

        @Override
        public void unlink(PlayerId player) {
            links().accountOf(player);
        }
    }

    static final class LinksOneAccountTwice extends Links {
        LinksOneAccountTwice(PlainStorage right) {
            super(right);
        }

        @Override
        public LinkOutcome link(PlayerId player, PlatformAccountId account) {
            LinkOutcome outcome = links().link(player, account);
            return outcome == LinkOutcome.ACCOUNT_TAKEN ? LinkOutcome.LINKED : outcome;
        }
    }

    static final class RefusesARepeat extends Links {
        RefusesARepeat(PlainStorage right) {
            super(right);
        }

        @Override
        public LinkOutcome link(PlayerId player, PlatformAccountId account) {
            return accountOf(player).isPresent()
                    ? LinkOutcome.PLAYER_HAS_ANOTHER
                    : links().link(player, account);
        }
    }

    /** Looks first and links then: of two at once, both believe that it is done. */
    static final class LinksTwiceAtOnce extends Links {
        LinksTwiceAtOnce(PlainStorage right) {
            super(right);
        }

        @Override
        public LinkOutcome link(PlayerId player, PlatformAccountId account) {
            boolean free = ownerOf(account).isEmpty();
            meetAnother();
            LinkOutcome outcome = links().link(player, account);
            return free && outcome == LinkOutcome.ACCOUNT_TAKEN ? LinkOutcome.LINKED : outcome;
        }
    }
}
