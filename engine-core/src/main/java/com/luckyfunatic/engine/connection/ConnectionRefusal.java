package com.luckyfunatic.engine.connection;

import com.luckyfunatic.engine.Refusal;

/** Why something cannot be connected; the rules check in the order of this file. */
public sealed interface ConnectionRefusal extends Refusal {
    /** The wallet is another player's. */
    record WalletTaken(TonAddress address) implements ConnectionRefusal {
        @Override
        public String code() {
            return "wallet_taken";
        }
    }

    /** The proof says that it was made later than now. */
    record TonProofFromFuture(long validFromMillis) implements ConnectionRefusal {
        @Override
        public String code() {
            return "ton_proof_from_future";
        }
    }

    /** The proof, or the challenge in it, is too old. */
    record TonProofExpired(long validUntilMillis) implements ConnectionRefusal {
        @Override
        public String code() {
            return "ton_proof_expired";
        }
    }

    /** The challenge was used, or one that was made later. */
    record TonProofUsed(long challengedAtMillis) implements ConnectionRefusal {
        @Override
        public String code() {
            return "ton_proof_used";
        }
    }

    /** The catalog has no such exchange. */
    record UnknownExchange(ExchangeId exchange) implements ConnectionRefusal {
        @Override
        public String code() {
            return "unknown_exchange";
        }
    }
}
