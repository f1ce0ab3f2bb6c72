package com.luckyfunatic.operations.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustmentFileTest {
    private static final String HEADER =
            "operation_id,player_id,currency_or_item,amount,reason_code,reason\n";

    @TempDir private Path directory;

    private AdjustmentFile read(String text) throws IOException {
        Path file = directory.resolve("rows.csv");
        Files.writeString(file, text);
        return AdjustmentFile.read(file, 3);
    }

    @Test
    void rows_are_understood() throws IOException {
        AdjustmentFile read =
                read(
                        "\ufeff"
                                + HEADER
                                + "a-1,71,jokers,-25,lost_reward,\"ticket 81, \"\"late\"\"\"\n"
                                + "a-2,72,shard,3,goodwill,sorry\n");

        assertThat(read.problems()).isEmpty();
        assertThat(read.mark()).matches("[0-9a-f]{12}");
        assertThat(read.rows())
                .containsExactly(
                        new Adjustment(
                                2,
                                "a-1",
                                new PlayerId(71),
                                new AdjustBalance(
                                        Currency.JOKERS, -25, "lost_reward: ticket 81, \"late\"")),
                        new Adjustment(
                                3,
                                "a-2",
                                new PlayerId(72),
                                new AdjustItem(new ItemId("shard"), 3, "goodwill: sorry")));
        assertThat(read.rows().getFirst().operationId()).hasToString("~adjust:a-1");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|a,71,funz,5,other|, ||",
                "|a,71,funz,5,other,x,y|, ||",
                "||, ||",
                "|,71,funz,5,other,x|, operation_id",
                "|a b,71,funz,5,other,x|, operation_id",
                "|~a,71,funz,5,other,x|, operation_id",
                "|a,0,funz,5,other,x|, player_id",
                "|a,x,funz,5,other,x|, player_id",
                "|a,71,G old,5,other,x|, currency_or_item",
                "|a,71,funz,0,other,x|, amount",
                "|a,71,funz,,other,x|, amount",
                "|a,71,funz,+5,other,x|, amount",
                "|a,71,funz,5.0,other,x|, amount",
                "|a,71,funz,1e3,other,x|, amount",
                "|a,71,funz,-0,other,x|, amount",
                "|a,71,funz,9007199254740992,other,x|, amount",
                "|a,71,funz,-9223372036854775808,other,x|, amount",
                "|a,71,shard,2147483648,other,x|, amount",
                "|a,71,funz,=1+1,other,x|, amount",
                "|a,71,funz,5,Other,x|, reason_code",
                "|a,71,funz,5,,x|, reason_code",
                "|a,71,funz,5,other,|, reason",
                "|a,71,funz,5,other,\"a\nb\"|, reason",
                "|a,71,funz,5,other,=HYPERLINK(1)|, reason",
                "|a,71,funz,5,other,+1|, reason",
                "|a,71,funz,5,other,-1|, reason",
                "|a,71,funz,5,other,@x|, reason",
                "|=a,71,funz,5,other,x|, operation_id",
                "|a,71,@funz,5,other,x|, currency_or_item"
            })
    void a_bad_row_is_told_by_its_column(String row, String column) throws IOException {
        AdjustmentFile read = read(HEADER + "ok,71,funz,5,other,x\n" + row + "\n");

        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().getFirst().row()).isEqualTo(3);
        assertThat(read.problems().getFirst().column()).isEqualTo(column);
    }

    @Test
    void the_same_operation_twice_is_bad() throws IOException {
        AdjustmentFile read =
                read(HEADER + "a,71,funz,5,other,x\nb,71,funz,5,other,x\na,72,funz,5,other,x\n");

        assertThat(read.problems())
                .containsExactly(new RowProblem(4, "operation_id", "is another row's too: a"));
    }

    @Test
    void rows_of_a_player_must_not_be_too_much_together() throws IOException {
        String most = "funz," + Amounts.MAX + ",other,x\n";
        AdjustmentFile read =
                read(HEADER + "a,71," + most + "b,72," + most + "c,71,funz,-1,other,x\n");

        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().getFirst())
                .hasToString("row 4: amount: is too much together with the player's other rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "operation_id,player_id,currency_or_item,amount,reason_code\n",
                "player_id,operation_id,currency_or_item,amount,reason_code,reason\nx",
                "a,71,funz,5,other,x\n",
                "operation_id,player_id,currency_or_item,amount,reason_code,reason\n",
                """
                operation_id,player_id,currency_or_item,amount,reason_code,reason
                a,71,funz,5,other,"x
                """
            })
    void what_has_no_rows_or_other_columns_is_bad(String text) throws IOException {
        AdjustmentFile read = read(text);

        assertThat(read.problems()).isNotEmpty();
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void more_rows_than_a_file_may_have_are_bad() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 4; i++) {
            text.append("a").append(i).append(",71,funz,5,other,x\n");
        }

        assertThat(read(text.toString()).problems())
                .containsExactly(
                        new RowProblem(0, "", "has more than 3 rows: cut it into several files"));
    }

    @Test
    void what_is_no_text_is_bad() throws IOException {
        Path file = directory.resolve("latin");
        Files.write(
                file,
                (HEADER + "a,71,funz,5,other,\u00e4\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(AdjustmentFile.read(file).problems())
                .containsExactly(new RowProblem(0, "", "is not UTF-8"));
        assertThatThrownBy(() -> AdjustmentFile.read(directory.resolve("none")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_hundred_problems_are_told_and_how_many_more() throws IOException {
        Path file = directory.resolve("bad.csv");
        Files.writeString(file, HEADER + "x\n".repeat(150));

        AdjustmentFile read = AdjustmentFile.read(file);

        assertThat(read.problems()).hasSize(101);
        assertThat(read.problems().getLast()).hasToString("and 50 more");
    }
}
