package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.luckyfunatic.engine.storage.GameStorage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the contracts pass a storage that is right, and find each fault of one that is wrong. */
class ContractsTest {
    static List<Class<? extends StorageContract>> contracts() {
        return PlainContracts.ALL;
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_storage_that_keeps_its_promises_passes(Class<? extends StorageContract> contract) {
        ContractRun run = ContractRun.of(contract, plain -> plain);

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).isGreaterThan(5);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        admissionFaults(),
                        operationFaults(),
                        stateFaults(),
                        historyFaults(),
                        directoryFaults(),
                        followUpFaults(),
                        boardFaults(),
                        stockFaults(),
                        supportPlanFaults(),
                        starsRefundFaults(),
                        raffleFaults(),
                        tournamentFaults(),
                        campaignFaults(),
                        catalogReleaseFaults(),
                        operatorFaults(),
                        operatorActionFaults(),
                        auditFaults(),
                        platformFaults(),
                        popupFaults(),
                        prizeFaults(),
                        outboxFaults(),
                        runFaults(),
                        durabilityFaults())
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_found(
            Function<PlainStorage, GameStorage> broken,
            Class<? extends StorageContract> contract,
            String finder) {
        assertThat(ContractRun.of(contract, broken).failures()).containsKey(finder);
    }

    private static Arguments fault(
            Function<PlainStorage, GameStorage> broken,
            Class<? extends StorageContract> contract,
            String finder) {
        String name = broken.apply(new PlainStorage()).getClass().getSimpleName();
        return argumentSet(name + ": " + finder, broken, contract, finder);
    }

    private static Stream<Arguments> admissionFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Admission.class;
        return Stream.of(
                fault(
                        AdmissionFaults.ChangesWhateverHolds::new,
                        contract,
                        "a_change_of_something_else_than_was_seen_is_not_made"),
                fault(
                        AdmissionFaults.ChangesAgain::new,
                        contract,
                        "a_change_is_made_once_for_ever"),
                fault(
                        AdmissionFaults.LooksFirst::new,
                        contract,
                        "of_many_changes_of_what_was_seen_at_once_one_is_made"),
                fault(
                        AdmissionFaults.ForgetsWhoDidIt::new,
                        contract,
                        "a_change_of_what_was_seen_is_made_and_kept_whole"));
    }

    private static Stream<Arguments> operationFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Operations.class;
        return Stream.of(
                fault(
                        OperationFaults.ForgetsOperations::new,
                        contract,
                        "a_repeated_operation_gets_its_first_answer_and_has_no_second_effect"),
                fault(
                        OperationFaults.ForgetsOperations::new,
                        PlainContracts.Concurrency.class,
                        "identical_purchases_released_at_once_are_one"),
                fault(
                        OperationFaults.ForgetsOperations::new,
                        PlainContracts.Draws.class,
                        "a_repeat_tells_the_first_draw_whatever_chance_would_say_now"),
                fault(
                        OperationFaults.ForgetsRefusals::new,
                        contract,
                        "a_refusal_is_kept_under_its_operation_id"),
                fault(
                        OperationFaults.ForgetsHardOperationsAfterADay::new,
                        contract,
                        "an_accepted_hard_operation_is_known_for_ever"),
                fault(
                        OperationFaults.CountsTheDayFromTheLatestCommand::new,
                        contract,
                        "a_command_from_a_clock_far_ahead_makes_nobody_forget"),
                fault(
                        OperationFaults.IgnoresTheCommandOfARepeat::new,
                        contract,
                        "an_operation_id_used_for_another_command_is_refused_and_changes_nothing"),
                fault(
                        OperationFaults.SharesOperationIdsAmongPlayers::new,
                        contract,
                        "the_same_operation_id_of_two_players_are_two_operations"),
                fault(
                        OperationFaults.IgnoresCaseOfOperationIds::new,
                        contract,
                        "operation_ids_differ_in_every_character"),
                fault(
                        OperationFaults.IgnoresBlanksAroundOperationIds::new,
                        contract,
                        "operation_ids_differ_in_every_character"),
                fault(
                        OperationFaults.RepeatsWithThePresentState::new,
                        contract,
                        "a_repeated_operation_gets_its_first_answer_after_other_changes"),
                fault(
                        OperationFaults.DoesNotMarkRepeats::new,
                        contract,
                        "a_repeated_operation_gets_its_first_answer_and_has_no_second_effect"),
                fault(
                        OperationFaults.CallsTheHandlerForRepeats::new,
                        contract,
                        "the_handler_is_not_called_for_a_known_operation"));
    }

    private static Stream<Arguments> stateFaults() {
        return Stream.of(
                fault(
                        PlayerStoreFaults.IsNotAtomic::new,
                        PlainContracts.Concurrency.class,
                        "of_many_who_spend_at_once_exactly_as_many_succeed_as_can_be_paid"),
                fault(
                        PlayerStoreFaults.IsNotAtomic::new,
                        PlainContracts.Draws.class,
                        "spins_released_at_once_use_up_what_there_is_and_no_more"),
                fault(
                        PlayerStoreFaults.StoresBeforeTheHandlerIsDone::new,
                        PlainContracts.Players.class,
                        "a_handler_that_throws_leaves_everything_as_it_was"),
                fault(
                        PlayerStoreFaults.ReadsAnOldState::new,
                        PlainContracts.Players.class,
                        "an_accepted_command_is_stored_as_answered"),
                fault(
                        PlayerStoreFaults.ReadsAnOldState::new,
                        PlainContracts.SeededLives.class,
                        "a_life_is_stored_as_the_model_has_it"),
                fault(
                        PlayerStoreFaults.KeepsAmountsAsFloats::new,
                        PlainContracts.Players.class,
                        "an_edge_amount_is_stored_exactly"));
    }

    private static Stream<Arguments> historyFaults() {
        Class<? extends StorageContract> contract = PlainContracts.History.class;
        return Stream.of(
                fault(PlayerStoreFaults.LosesAChange::new, contract, "changes_come_latest_first"),
                // Not a test of the history: the invariants after it find the fault.
                fault(
                        PlayerStoreFaults.LosesAChange::new,
                        PlainContracts.Players.class,
                        "without_an_operation_id_a_repeat_is_a_new_intent"),
                fault(
                        PlayerStoreFaults.WeakensDurability::new,
                        PlainContracts.Players.class,
                        "without_an_operation_id_a_repeat_is_a_new_intent"),
                fault(
                        PlayerStoreFaults.TellsHistoryForwards::new,
                        contract,
                        "changes_come_latest_first"),
                fault(
                        PlayerStoreFaults.RepeatsTheBorderOfAPage::new,
                        contract,
                        "a_page_holds_only_changes_before_the_given_sequence"),
                fault(
                        PlayerStoreFaults.SaysThatAFullPageHasMore::new,
                        contract,
                        "pages_follow_each_other_without_gaps_or_repeats"),
                // The invariants after every test find it.
                fault(
                        PlayerStoreFaults.SaysThatEveryHistoryEndsEarly::new,
                        contract,
                        "changes_come_latest_first"),
                fault(
                        PlayerStoreFaults.TakesAnyLimit::new,
                        contract,
                        "a_page_of_another_size_is_not_allowed"),
                fault(
                        PlayerStoreFaults.ForgetsTheGreatestId::new,
                        contract,
                        "the_greatest_id_is_not_below_any_change"));
    }

    private static Stream<Arguments> directoryFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Directory.class;
        Class<? extends StorageContract> friends = PlainContracts.Friends.class;
        return Stream.of(
                fault(
                        DirectoryFaults.RenewsNothing::new,
                        contract,
                        "what_an_account_shows_is_renewed"),
                fault(
                        DirectoryFaults.FindsNamesAnywhere::new,
                        contract,
                        "players_are_found_by_the_beginning_of_a_name"),
                fault(
                        DirectoryFaults.ForgetsTheLanguageAtALogin::new,
                        contract,
                        "a_chosen_language_stays_whatever_language_a_login_brings"),
                fault(
                        DirectoryFaults.KeepsTheWalletsOfAnErasedPlayer::new,
                        contract,
                        "of_an_erased_player_nothing_of_the_person_is_left"),
                fault(
                        DirectoryFaults.LetsALoginUndoAnErasure::new,
                        contract,
                        "a_login_at_the_time_of_an_erasure_does_not_undo_it"),
                fault(
                        DirectoryFaults.BindsTheReferrerAnew::new,
                        contract,
                        "a_known_account_keeps_its_identity_referrer_and_campaign"),
                fault(
                        DirectoryFaults.RegistersTwiceAtOnce::new,
                        contract,
                        "one_account_registered_at_once_becomes_one_player"),
                fault(
                        DirectoryFaults.GivesAWalletToTheLast::new,
                        contract,
                        "a_wallet_is_for_good_that_of_the_first_player_who_claims_it"),
                fault(
                        DirectoryFaults.GivesAWalletTwiceAtOnce::new,
                        contract,
                        "a_wallet_claimed_at_once_becomes_that_of_one_player"),
                fault(
                        DirectoryFaults.TakesEmptyTextForNone::new,
                        contract,
                        "empty_text_is_not_the_same_as_none"),
                fault(
                        DirectoryFaults.RanksByWhatIsLeft::new,
                        friends,
                        "friends_are_ordered_by_lifetime_funz_and_not_by_what_is_left"),
                fault(
                        DirectoryFaults.SkipsTies::new,
                        friends,
                        "pages_follow_each_other_without_gaps_or_repeats"),
                fault(
                        DirectoryFaults.LeavesOutWhoHasNotStarted::new,
                        friends,
                        "a_friend_whose_game_has_not_started_is_at_the_end_with_nothing"));
    }

    private static Stream<Arguments> followUpFaults() {
        Class<? extends StorageContract> contract = PlainContracts.FollowUps.class;
        return Stream.of(
                fault(
                        FollowUpFaults.QueuesNothing::new,
                        PlainContracts.Referrals.class,
                        "an_invited_player_counts_at_once_and_pays_after_enough_taps"),
                fault(
                        FollowUpFaults.TellsTheLatestFirst::new,
                        contract,
                        "the_longest_waiting_comes_first"),
                fault(
                        FollowUpFaults.TakesWhatIsAskedFor::new,
                        contract,
                        "asking_takes_nothing_off_the_queue"),
                fault(
                        FollowUpFaults.CompletesTheFirst::new,
                        contract,
                        "what_is_complete_waits_no_longer"),
                fault(
                        FollowUpFaults.PostponesNothing::new,
                        contract,
                        "what_is_postponed_waits_behind_all_others"),
                fault(
                        FollowUpFaults.CountsNoFailures::new,
                        contract,
                        "attempts_that_failed_are_counted_and_the_last_one_is_told"),
                fault(
                        FollowUpFaults.ForgetsFailuresWhenPostponing::new,
                        contract,
                        "attempts_that_failed_are_counted_and_the_last_one_is_told"),
                fault(
                        FollowUpFaults.HidesWhatItCannotRead::new,
                        contract,
                        "one_that_cannot_be_read_waits_like_any_other"),
                fault(
                        FollowUpFaults.LosesWhatItCannotReadWhenPostponing::new,
                        contract,
                        "one_that_cannot_be_read_waits_like_any_other"),
                fault(
                        FollowUpFaults.ListsByNumber::new,
                        contract,
                        "pages_of_what_waits_are_in_the_order_since_when_it_could_be_carried_out"),
                fault(
                        FollowUpFaults.DropsWithoutATrace::new,
                        contract,
                        "what_is_dropped_never_waits_again"),
                fault(
                        FollowUpFaults.LeavesWhatIsDropped::new,
                        contract,
                        "what_is_dropped_never_waits_again"),
                fault(
                        FollowUpFaults.LetsTheLastDrop::new,
                        contract,
                        "who_drops_first_has_dropped_it"),
                fault(
                        FollowUpFaults.QueuesAgainOnARepeat::new,
                        contract,
                        "a_repeated_operation_queues_nothing_again"));
    }

    private static Stream<Arguments> boardFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Boards.class;
        return Stream.of(
                fault(
                        BoardFaults.CountsARunAgain::new,
                        contract,
                        "a_run_that_comes_again_counts_once"),
                fault(
                        BoardFaults.IgnoresTheMoment::new,
                        contract,
                        "ties_go_to_whoever_reached_the_score_first"),
                fault(
                        BoardFaults.IgnoresTheMoment::new,
                        contract,
                        "a_history_gives_what_a_simple_sorted_list_gives"),
                fault(
                        BoardFaults.NeverFreezes::new,
                        contract,
                        "a_frozen_board_takes_no_score_but_still_knows_those_it_took"),
                fault(
                        BoardFaults.FollowsTheCursorsPlayer::new,
                        contract,
                        "a_page_goes_on_where_its_cursor_stood_though_the_player_has_moved"),
                fault(
                        BoardFaults.KeepsTwentyFourBits::new,
                        contract,
                        "scores_next_to_the_cap_are_told_apart"),
                fault(
                        BoardFaults.TakesTheRemovedBack::new,
                        contract,
                        "who_is_removed_makes_room_and_does_not_come_back"),
                fault(
                        BoardFaults.CutsWhoIsAround::new,
                        contract,
                        "those_around_a_player_are_a_part_of_the_ranking"));
    }

    private static Stream<Arguments> raffleFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Raffles.class;
        return Stream.of(
                fault(
                        RaffleFaults.FreezesWhileTicketsAreHeld::new,
                        contract,
                        "a_list_is_frozen_when_it_is_complete_and_stays"),
                fault(
                        RaffleFaults.FreezesWhileTicketsAreHeld::new,
                        PlainContracts.RaffleTickets.class,
                        "what_was_paid_for_in_the_last_moment_is_in_the_list_and_what_was_not_is_free"),
                fault(
                        RaffleFaults.ForgetsTheLimit::new,
                        contract,
                        "a_player_holds_as_many_as_the_limit_allows_and_no_more"),
                fault(
                        RaffleFaults.SellsWhatWasReleased::new,
                        contract,
                        "what_is_released_goes_back_once_and_is_never_sold"),
                fault(
                        RaffleFaults.NumbersTicketsFromZero::new,
                        contract,
                        "tickets_get_their_numbers_when_they_are_sold_once_and_for_good"),
                fault(
                        RaffleFaults.DrawsAgain::new,
                        contract,
                        "winners_are_drawn_once_and_paid_before_it_is_done"),
                fault(
                        RaffleFaults.ForgetsWhoIsPaid::new,
                        PlainContracts.RaffleTickets.class,
                        "a_raffle_runs_to_its_end_and_can_be_recomputed"),
                fault(
                        RaffleFaults.CancelsWhatIsDrawn::new,
                        contract,
                        "what_is_drawn_or_done_is_not_cancelled"),
                fault(
                        RaffleFaults.ForgetsWhatWasGivenBack::new,
                        contract,
                        "a_cancelled_raffle_ends_when_every_purchase_is_given_back"),
                fault(
                        RaffleFaults.ForgetsWhatWasGivenBack::new,
                        PlainContracts.RaffleTickets.class,
                        "a_cancelled_raffle_gives_every_price_back_once_and_draws_nobody"),
                fault(
                        RaffleFaults.ListsTheFirstFirst::new,
                        contract,
                        "raffles_are_listed_by_their_end"),
                fault(
                        RaffleFaults.LosesEverythingWhenClosed::new,
                        PlainContracts.Durability.class,
                        "raffles_are_still_there_with_their_tickets_and_winners"));
    }

    private static Stream<Arguments> stockFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Stock.class;
        return Stream.of(
                fault(
                        StockFaults.SellsOneTooMany::new,
                        contract,
                        "the_last_piece_can_be_had_and_no_more"),
                fault(
                        StockFaults.LooksBeforeItTakes::new,
                        PlainContracts.Purchases.class,
                        "of_many_who_buy_at_once_as_many_get_one_as_there_are"),
                fault(
                        StockFaults.LooksBeforeItTakes::new,
                        contract,
                        "of_many_who_want_the_last_pieces_at_once_exactly_as_many_get_one"),
                fault(
                        StockFaults.HoldsAgainOnARepeat::new,
                        contract,
                        "the_same_operation_holds_its_pieces_once"),
                fault(
                        StockFaults.KeepsWhoFoundNothing::new,
                        contract,
                        "who_found_it_sold_out_may_ask_again"),
                fault(
                        StockFaults.SellsWhatWasReleased::new,
                        contract,
                        "what_is_released_goes_back_once_and_is_never_sold"),
                fault(
                        StockFaults.TakesBackWhatWasSold::new,
                        contract,
                        "what_is_confirmed_is_sold_once_and_for_good"),
                fault(
                        StockFaults.TellsTheLatestFirst::new,
                        contract,
                        "what_is_held_too_long_is_told_in_the_order_of_its_end"),
                fault(
                        StockFaults.SkipsTies::new,
                        contract,
                        "pages_of_what_is_held_follow_each_other_without_gaps_or_repeats"),
                fault(
                        OperationFaults.ForgetsRefusals::new,
                        PlainContracts.Sales.class,
                        "a_purchase_that_was_never_charged_can_never_be_once_it_was_swept"),
                fault(
                        StockFaults.LosesEverythingWhenClosed::new,
                        PlainContracts.Durability.class,
                        "stock_is_still_counted_and_held"));
    }

    private static Stream<Arguments> tournamentFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Tournaments.class;
        return Stream.of(
                fault(
                        TournamentFaults.RemembersThatThereWereSeats::new,
                        contract,
                        "of_fifty_who_enter_at_once_ten_get_the_ten_seats"),
                fault(
                        TournamentFaults.HoldsAgainOnARepeat::new,
                        contract,
                        "the_same_operation_holds_one_seat"),
                fault(
                        TournamentFaults.MovesWhateverTheVersion::new,
                        contract,
                        "a_stage_follows_another_once"),
                fault(
                        TournamentFaults.ChangesWhatIsPublished::new,
                        contract,
                        "what_is_published_is_not_changed_any_more"),
                fault(
                        TournamentFaults.ConfirmsWhatWasReleased::new,
                        contract,
                        "a_seat_that_is_released_goes_back_once"),
                fault(
                        TournamentFaults.RefundsWhatTakesPlace::new,
                        contract,
                        "what_was_paid_in_a_cancelled_one_is_refunded_once"),
                fault(
                        TournamentFaults.ListsDrafts::new,
                        contract,
                        "lists_leave_out_drafts_and_have_those_that_close_last_first"),
                fault(
                        TournamentFaults.ListsEveryStage::new,
                        contract,
                        "lists_of_a_stage_have_only_those_in_it"),
                fault(
                        TournamentFaults.TellsTheLatestFirst::new,
                        contract,
                        "what_is_held_too_long_is_told_in_the_order_of_its_end"),
                fault(
                        TournamentFaults.KeepsTheLastReason::new,
                        contract,
                        "a_player_is_taken_out_once_with_the_first_reason"),
                fault(
                        TournamentFaults.ForgetsWhoIsOut::new,
                        contract,
                        "a_player_is_taken_out_once_with_the_first_reason"),
                fault(
                        TournamentFaults.CancelsWhatAnotherCancelled::new,
                        contract,
                        "of_two_decisions_that_cancel_one_version_the_first_is_made"),
                fault(
                        TournamentFaults.TakesOutWhoIsOut::new,
                        contract,
                        "of_two_decisions_that_take_a_player_out_the_first_is_made"));
    }

    private static Stream<Arguments> campaignFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Campaigns.class;
        return Stream.of(
                fault(
                        CampaignFaults.CountsVisits::new,
                        contract,
                        "coming_back_many_times_at_once_counts_once"),
                fault(
                        CampaignFaults.CountsDaysFromOne::new,
                        contract,
                        "days_begin_at_midnight_in_utc"),
                fault(
                        CampaignFaults.EndsBeforeTheLastDay::new,
                        contract,
                        "only_days_that_are_asked_for_are_told_both_ends_included"),
                fault(
                        CampaignFaults.RepeatsTheLastRow::new,
                        contract,
                        "pages_follow_each_other_without_gaps_or_repeats"));
    }

    private static Stream<Arguments> auditFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Audited.class;
        return Stream.of(
                fault(AuditFaults.ReplacesSeals::new, contract, "a_number_is_one_seals_for_ever"),
                fault(AuditFaults.LeavesGaps::new, contract, "seals_have_no_gaps"),
                fault(AuditFaults.RefusesARepeat::new, contract, "the_same_seal_again_is_no_error"),
                fault(
                        AuditFaults.RepeatsTheBorder::new,
                        contract,
                        "seals_are_told_in_their_order_by_pages"),
                fault(AuditFaults.ForgetsMarks::new, contract, "a_seal_is_kept_whole"),
                fault(AuditFaults.MixesLogs::new, contract, "logs_have_chains_of_their_own"),
                fault(
                        AuditFaults.LeavesOutTheOutcome::new,
                        contract,
                        "rows_differ_in_whatever_differs"),
                fault(
                        AuditFaults.TellsRowsBackwards::new,
                        contract,
                        "rows_are_told_in_the_order_of_positions"),
                fault(
                        AuditFaults.NeverSettles::new,
                        contract,
                        "what_is_there_is_complete_after_a_while"));
    }

    private static Stream<Arguments> operatorActionFaults() {
        Class<? extends StorageContract> contract = PlainContracts.StaffActions.class;
        return Stream.of(
                fault(
                        OperatorActionFaults.Overwrites::new,
                        contract,
                        "another_entry_under_the_same_id_is_refused_and_the_first_stays"),
                fault(
                        OperatorActionFaults.RefusesARepeat::new,
                        contract,
                        "the_same_again_is_no_error"),
                fault(
                        OperatorActionFaults.TellsTheOldestFirst::new,
                        contract,
                        "entries_are_told_latest_first_by_pages"),
                fault(
                        OperatorActionFaults.RepeatsTheBorder::new,
                        contract,
                        "entries_are_told_latest_first_by_pages"),
                fault(
                        OperatorActionFaults.MixesOperators::new,
                        contract,
                        "entries_are_found_by_operator"),
                fault(
                        OperatorActionFaults.ForgetsThePlayer::new,
                        contract,
                        "entries_are_found_by_player"));
    }

    private static Stream<Arguments> operatorFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Staff.class;
        return Stream.of(
                fault(OperatorFaults.ReusesNames::new, contract, "a_name_is_one_persons_for_ever"),
                fault(
                        OperatorFaults.AddsTwiceAtOnce::new,
                        contract,
                        "of_many_who_take_a_name_at_once_one_has_it"),
                fault(
                        OperatorFaults.AddsRoles::new,
                        contract,
                        "roles_take_the_place_of_those_before"),
                fault(
                        OperatorFaults.KeepsTheCredential::new,
                        contract,
                        "a_credential_takes_the_place_of_that_before"),
                fault(
                        OperatorFaults.NeverEnables::new,
                        contract,
                        "who_is_disabled_is_known_as_disabled_until_enabled_again"),
                fault(
                        OperatorFaults.CountsChanges::new,
                        contract,
                        "the_same_again_is_no_error_and_touches_nobody_else"),
                fault(
                        OperatorFaults.RepeatsTheLastRow::new,
                        contract,
                        "pages_follow_each_other_by_name_without_gaps_or_repeats"),
                fault(OperatorFaults.InventsPeople::new, contract, "of_nobody_nothing_changes"));
    }

    private static Stream<Arguments> catalogReleaseFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Releases.class;
        return Stream.of(
                fault(
                        CatalogReleaseFaults.PublishesAgain::new,
                        contract,
                        "an_operation_publishes_once"),
                fault(
                        CatalogReleaseFaults.PublishesAgain::new,
                        contract,
                        "of_many_of_one_operation_at_once_one_is_published"),
                fault(
                        CatalogReleaseFaults.TakesAnyDocument::new,
                        contract,
                        "a_version_is_one_document_for_ever"),
                fault(
                        CatalogReleaseFaults.TakesTheGreatestNumber::new,
                        contract,
                        "the_latest_to_come_into_force_is_in_force"),
                fault(
                        CatalogReleaseFaults.LooksAhead::new,
                        contract,
                        "the_latest_to_come_into_force_is_in_force"),
                fault(
                        CatalogReleaseFaults.CallsOffWhatIsInForce::new,
                        contract,
                        "what_is_in_force_cannot_be_called_off"),
                fault(
                        CatalogReleaseFaults.OnlySaysThatItIsCalledOff::new,
                        contract,
                        "what_is_called_off_never_comes_into_force"),
                fault(
                        CatalogReleaseFaults.ShortensDocuments::new,
                        contract,
                        "a_release_is_kept_whole"),
                fault(
                        CatalogReleaseFaults.PublishesWhateverWasSeen::new,
                        contract,
                        "of_many_that_have_seen_the_same_one_is_published"),
                fault(
                        CatalogReleaseFaults.LooksAtTheLatestOnly::new,
                        contract,
                        "what_was_seen_before_something_was_called_off_is_not_published"),
                fault(
                        CatalogReleaseFaults.NeverForgetsDrafts::new,
                        contract,
                        "a_draft_is_kept_as_long_as_was_said_last"),
                fault(
                        CatalogReleaseFaults.KeepsDraftsAsLongAsFirstSaid::new,
                        contract,
                        "a_draft_is_kept_as_long_as_was_said_last"));
    }

    private static Stream<Arguments> supportPlanFaults() {
        Class<? extends StorageContract> contract = PlainContracts.StaffPlans.class;
        return Stream.of(
                fault(
                        SupportPlanFaults.SaysThatItIsTheNewOne::new,
                        contract,
                        "a_name_is_the_first_plans"),
                fault(
                        SupportPlanFaults.LetsAuthorsApprove::new,
                        contract,
                        "nobody_approves_their_own"),
                fault(
                        SupportPlanFaults.NeverReleases::new,
                        contract,
                        "what_came_to_nothing_counts_no_more"),
                fault(
                        SupportPlanFaults.LooksAtOnePlanAlone::new,
                        contract,
                        "a_day_holds_no_more_than_its_limit"),
                fault(
                        SupportPlanFaults.CountsAllDaysTogether::new,
                        contract,
                        "days_budgets_and_operators_are_counted_apart"),
                fault(SupportPlanFaults.CountsAPlanAgain::new, contract, "a_plan_counts_once"),
                fault(
                        SupportPlanFaults.SpendsTwiceAtOnce::new,
                        contract,
                        "of_many_at_once_no_more_count_than_the_limit_holds"));
    }

    private static Stream<Arguments> starsRefundFaults() {
        Class<? extends StorageContract> contract = PlainContracts.StarsAsked.class;
        return Stream.of(
                fault(
                        StarsRefundFaults.PutsTheLastOne::new,
                        contract,
                        "the_first_one_stays_for_whoever_has_not_seen_it"),
                fault(
                        StarsRefundFaults.LooksAtThePlanAlone::new,
                        contract,
                        "who_has_seen_an_earlier_state_replaces_nothing"),
                fault(
                        StarsRefundFaults.RefusesItsOwnAgain::new,
                        contract,
                        "the_same_again_is_told_the_same"),
                fault(
                        StarsRefundFaults.FoldsPayments::new,
                        contract,
                        "payments_differ_in_case_and_in_blanks_at_the_end"),
                fault(
                        StarsRefundFaults.LooksAndThenPuts::new,
                        contract,
                        "of_many_who_have_seen_the_same_one_replaces_it"));
    }

    private static Stream<Arguments> platformFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Platform.class;
        return Stream.of(
                fault(
                        PlatformFaults.LinksOneAccountTwice::new,
                        contract,
                        "an_account_stays_with_its_first_player"),
                fault(
                        PlatformFaults.NeverUnlinks::new,
                        contract,
                        "an_unlinked_player_and_account_are_free"),
                fault(PlatformFaults.RefusesARepeat::new, contract, "linking_again_is_no_error"),
                fault(
                        PlatformFaults.LinksTwiceAtOnce::new,
                        contract,
                        "an_account_linked_at_once_becomes_that_of_one_player"));
    }

    private static Stream<Arguments> outboxFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Outbox.class;
        return Stream.of(
                fault(
                        OutboxFaults.AddsAgain::new,
                        contract,
                        "adding_again_changes_nothing_however_far_it_has_come"),
                fault(
                        OutboxFaults.ReplacesBlindly::new,
                        contract,
                        "who_has_not_seen_the_latest_replaces_nothing"),
                fault(OutboxFaults.LooksFirst::new, contract, "of_many_at_once_one_replaces"),
                fault(
                        OutboxFaults.ForgetsItsChange::new,
                        contract,
                        "the_same_change_again_is_told_that_it_was_made"),
                fault(
                        OutboxFaults.Early::new,
                        contract,
                        "what_is_longest_due_comes_first_and_what_is_not_due_does_not_come"),
                fault(
                        OutboxFaults.MixesPlayers::new,
                        contract,
                        "a_player_finds_the_own_transfers_latest_first"),
                fault(
                        OutboxFaults.NoCursor::new,
                        contract,
                        "those_of_one_step_come_earliest_first"),
                fault(
                        OutboxFaults.ReplacesBlindly::new,
                        PlainContracts.Transfers.class,
                        "a_sender_that_stood_still_does_not_overrule_who_came_after_it"),
                fault(
                        OutboxFaults.ReplacesBlindly::new,
                        PlainContracts.StuckTransfers.class,
                        "the_platforms_word_that_comes_while_an_operator_decides_is_not_lost"));
    }

    private static Stream<Arguments> runFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Runs.class;
        return Stream.of(
                fault(RunFaults.NoLimit::new, contract, "no_more_runs_are_open_than_may_be"),
                fault(
                        RunFaults.NoLimit::new,
                        PlainContracts.Minigames.class,
                        "no_more_than_five_runs_are_open_at_once"),
                fault(RunFaults.LastScore::new, contract, "a_run_has_its_first_score_for_ever"),
                fault(RunFaults.LastReview::new, contract, "the_first_review_counts"),
                fault(
                        RunFaults.NoCursor::new,
                        contract,
                        "flagged_ones_come_in_the_order_of_their_ids_until_they_are_reviewed"),
                fault(
                        RunFaults.ForgetsTournaments::new,
                        contract,
                        "those_that_count_come_in_the_order_of_what_they_count_as"));
    }

    private static Stream<Arguments> popupFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Popups.class;
        return Stream.of(
                fault(
                        PopupFaults.BeginsAlways::new,
                        contract,
                        "the_next_wave_comes_after_the_pause_and_not_before"),
                fault(PopupFaults.LooksFirst::new, contract, "of_many_who_begin_at_once_one_does"));
    }

    private static Stream<Arguments> prizeFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Prizes.class;
        return Stream.of(
                fault(
                        PrizeFaults.LooksFirst::new,
                        contract,
                        "of_many_who_write_a_page_at_once_one_does"),
                fault(
                        PrizeFaults.CompletesAnything::new,
                        contract,
                        "what_is_complete_takes_no_more"),
                fault(
                        PrizeFaults.AppendsAnywhere::new,
                        contract,
                        "a_page_is_written_once_and_only_where_the_one_before_ended"),
                fault(
                        OperationFaults.ForgetsOperations::new,
                        PlainContracts.PrizeRunning.class,
                        "whoever_dies_at_any_step_is_followed_by_one_who_finishes"),
                fault(
                        RunFaults.ForgetsTournaments::new,
                        PlainContracts.PrizeRunning.class,
                        "everybody_who_is_ranked_is_paid_by_rank"),
                fault(PrizeFaults.NotesNothing::new, contract, "what_is_paid_is_noted_once"),
                fault(PrizeFaults.ForgetsPayments::new, contract, "what_is_not_paid_is_found"),
                fault(
                        PrizeFaults.SkipsARank::new,
                        contract,
                        "pages_follow_each_other_without_gaps_or_repeats"),
                fault(
                        PrizeFaults.NoCursor::new,
                        contract,
                        "a_player_finds_the_own_tournaments_latest_first"));
    }

    private static Stream<Arguments> durabilityFaults() {
        Class<? extends StorageContract> contract = PlainContracts.Durability.class;
        return Stream.of(
                fault(
                        FollowUpFaults.LosesTheQueueWhenClosed::new,
                        contract,
                        "follow_ups_still_wait_in_their_order"),
                fault(
                        FollowUpFaults.GoesOnWhenClosed::new,
                        contract,
                        "a_closed_storage_refuses_and_can_be_closed_again"),
                fault(
                        PlayerStoreFaults.ForgetsTheGreatestId::new,
                        contract,
                        "new_ids_are_greater_than_every_id_before"),
                // A store that starts from nothing at every opening.
                fault(_ -> new PlainStorage(), contract, "states_and_histories_are_still_there"));
    }
}
