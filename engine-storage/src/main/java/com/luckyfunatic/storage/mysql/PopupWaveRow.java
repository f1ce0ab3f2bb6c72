package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the table {@code popup_wave}. */
@MappedEntity("popup_wave")
record PopupWaveRow(@Id int number, long beganAt) {}
