package com.luckyfunatic.server.health;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * Something that does not work.
 *
 * @param status what is wrong, without detail
 * @param since when that was first noticed
 * @param essential whether nothing can be played because of it
 */
public record Obstacle(String status, Instant since, @JsonIgnore boolean essential) {}
