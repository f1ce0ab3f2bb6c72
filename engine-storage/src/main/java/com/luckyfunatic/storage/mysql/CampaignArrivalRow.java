package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the table {@code campaign_arrival}. */
@MappedEntity("campaign_arrival")
record CampaignArrivalRow(@Id long playerId, long arrivalDay, String campaign) {}
