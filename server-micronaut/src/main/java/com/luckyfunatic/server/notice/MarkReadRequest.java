package com.luckyfunatic.server.notice;

import com.luckyfunatic.engine.notice.AnnouncementId;
import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications were read.
 *
 * @param ids their names, at most 100; null for all that the player sees
 */
public record MarkReadRequest(
        @Schema(example = "[\"welcome_to_the_fair\"]") @Nullable List<@Nullable String> ids) {
    private static final int IDS_MAX = 100;

    /**
     * Returns the names, null for all.
     *
     * @throws ProblemException when one can be no name, or there are too many
     */
    @Nullable List<AnnouncementId> checkedIds() {
        if (ids == null) {
            return null;
        }
        if (ids.size() > IDS_MAX) {
            throw ProblemException.invalidField("ids", "must have at most " + IDS_MAX + " items");
        }
        List<AnnouncementId> checked = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            checked.add(checked(ids.get(i), "ids[" + i + "]"));
        }
        return checked;
    }

    private static AnnouncementId checked(@Nullable String id, String field) {
        try {
            if (id != null) {
                return new AnnouncementId(id);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw ProblemException.invalidField(field, "must be the name of a notification");
    }
}
