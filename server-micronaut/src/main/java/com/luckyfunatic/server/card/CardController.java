package com.luckyfunatic.server.card;

import com.luckyfunatic.engine.card.CardResult;
import com.luckyfunatic.engine.forge.ForgeResult;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.view.Words;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards and special cards. */
@Controller("/cards")
@Secured(TokenKind.Role.PLAYER)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CardController {
    private final PlayerOperations operations;
    private final PlayerReads reads;

    CardController(PlayerOperations operations, PlayerReads reads) {
        this.operations = operations;
        this.reads = reads;
    }

    @Get
    Envelope<List<CardView>> cards(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(CardView.all(seen.state(), seen.context()));
    }

    @Get("/special")
    Envelope<List<SpecialCardView>> specialCards(TokenAuthentication caller) {
        PlayerReads.Snapshot seen = reads.read(caller);
        return seen.show(SpecialCardView.all(seen.state(), seen.context()));
    }

    @Post("/buy-card")
    HttpResponse<Envelope<CardPurchaseView>> buy(
            TokenAuthentication caller,
            @Nullable @Header(IdempotencyKeys.HEADER) String idempotencyKey,
            @Body BuyCardRequest request) {
        return buyLevel(caller, idempotencyKey, request);
    }

    /** The same as buying: the client's word for a card that is owned already. */
    @Post("/upgrade-card")
    HttpResponse<Envelope<CardPurchaseView>> upgrade(
            TokenAuthentication caller,
            @Nullable @Header(IdempotencyKeys.HEADER) String idempotencyKey,
            @Body BuyCardRequest request) {
        return buyLevel(caller, idempotencyKey, request);
    }

    private HttpResponse<Envelope<CardPurchaseView>> buyLevel(
            TokenAuthentication caller, @Nullable String idempotencyKey, BuyCardRequest request) {
        Performed bought = operations.performNamed(caller, idempotencyKey, request.command());
        CardResult.LevelBought result = (CardResult.LevelBought) bought.result();
        return bought.respond(
                new CardPurchaseView(
                        CardView.of(result.card(), bought.state(), bought.context()),
                        result.price(),
                        Words.of(result.currency()),
                        bought.game()));
    }

    @Post("/forge")
    HttpResponse<Envelope<ForgeView>> forge(
            TokenAuthentication caller,
            @Nullable @Header(IdempotencyKeys.HEADER) String idempotencyKey,
            @Body ForgeRequest request) {
        Performed forged = operations.performNamed(caller, idempotencyKey, request.command());
        ForgeResult.Forged result = (ForgeResult.Forged) forged.result();
        return forged.respond(
                new ForgeView(
                        SpecialCardView.of(result.card(), forged.state(), forged.context()),
                        forged.game()));
    }
}
