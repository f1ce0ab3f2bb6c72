package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.FollowUp;

/** A follow-up that waits to be carried out, under a number that the store gave it. */
public record PendingFollowUp(long id, FollowUp followUp) {}
