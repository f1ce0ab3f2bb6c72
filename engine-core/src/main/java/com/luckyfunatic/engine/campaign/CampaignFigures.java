package com.luckyfunatic.engine.campaign;

/**
 * What became of the players whom a campaign brought on one UTC day.
 *
 * @param arrivalDay the day on which they joined, days since 1970-01-01
 * @param campaign the campaign, as its links spell it
 * @param arrivals how many joined
 * @param activated how many of them have tapped {@link CampaignRules#ACTIVATING_TAPS} times since
 * @param retainedDay1 how many of them were there on the day after the day of arrival
 * @param retainedDay7 how many of them were there on the seventh day after it
 */
public record CampaignFigures(
        long arrivalDay,
        String campaign,
        long arrivals,
        long activated,
        long retainedDay1,
        long retainedDay7) {}
