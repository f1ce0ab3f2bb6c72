package com.luckyfunatic.server.inventory;

import com.luckyfunatic.engine.conversion.ConversionCommand.Convert;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The conversion that is to be made, and how often.
 *
 * @param conversionId its name in the catalog
 * @param count how often: what it takes and gives is multiplied by it
 */
public record ConvertRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "jokers_to_funz")
                @Nullable String conversionId,
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "1",
                        maximum = "1000000",
                        example = "3")
                @Nullable Integer count) {
    /**
     * The command that it asks for.
     *
     * @throws ProblemException when a field is missing or out of range, or cannot be a conversion's
     *     name
     */
    Convert command() {
        ConversionId conversion =
                Fields.id(
                        "conversionId",
                        conversionId,
                        ConversionId::new,
                        ProblemCode.UNKNOWN_CONVERSION);
        return new Convert(conversion, Fields.count("count", count, Convert.COUNT_MAX));
    }
}
