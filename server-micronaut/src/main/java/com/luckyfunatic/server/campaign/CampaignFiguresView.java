package com.luckyfunatic.server.campaign;

import com.luckyfunatic.engine.campaign.CampaignFigures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * What became of the players whom a campaign brought on one UTC day.
 *
 * @param day the day on which they joined, in ISO-8601
 * @param campaign the campaign, as its links spell it
 * @param arrivals how many joined
 * @param activated how many of them have tapped 50 times by now
 * @param retainedDay1 how many of them came back on the next day
 * @param retainedDay7 how many of them came back on the seventh day after
 */
@Schema(
        example =
                """
                {"day": "2026-11-20", "campaign": "spring_fair", "arrivals": 1200,
                "activated": 730, "retainedDay1": 410, "retainedDay7": 150}
                """)
public record CampaignFiguresView(
        String day,
        String campaign,
        long arrivals,
        long activated,
        long retainedDay1,
        long retainedDay7) {
    static CampaignFiguresView of(CampaignFigures figures) {
        return new CampaignFiguresView(
                LocalDate.ofEpochDay(figures.arrivalDay()).toString(),
                figures.campaign(),
                figures.arrivals(),
                figures.activated(),
                figures.retainedDay1(),
                figures.retainedDay7());
    }
}
