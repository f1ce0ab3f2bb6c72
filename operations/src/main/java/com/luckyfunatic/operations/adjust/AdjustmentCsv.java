package com.luckyfunatic.operations.adjust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.util.Locale;

/**
 * Adjustments as lines of CSV. The same rows have the same lines, however their file was written.
 */
final class AdjustmentCsv {
    /** Reads cells, line by line. */
    static final ObjectReader READER =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build()
                    .readerFor(String[].class);

    /** Every cell is quoted: which of them have to be is not left to the library's next version. */
    private static final ObjectWriter WRITER =
            CsvMapper.builder()
                    .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
                    .build()
                    .writerFor(String[].class);

    private static final String BEHIND_CODE = ": ";

    private AdjustmentCsv() {}

    /** Returns the line with the names of the columns. */
    static String header() {
        return line(AdjustmentRows.COLUMNS.toArray(String[]::new));
    }

    /** Returns the line of a row. */
    static String line(Adjustment row) {
        return switch (row.command()) {
            case AdjustBalance(Currency currency, long delta, String reason) ->
                    line(row, currency.name().toLowerCase(Locale.ROOT), delta, reason);
            case AdjustItem(var item, int delta, String reason) ->
                    line(row, item.value(), delta, reason);
            default -> throw new IllegalArgumentException("no adjustment: " + row.command());
        };
    }

    private static String line(Adjustment row, String what, long amount, String reason) {
        int code = reason.indexOf(BEHIND_CODE);
        return line(
                row.name(),
                row.player().toString(),
                what,
                Long.toString(amount),
                reason.substring(0, code),
                reason.substring(code + BEHIND_CODE.length()));
    }

    private static String line(String... cells) {
        try {
            return WRITER.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }
}
