/** The examples of the README, as tests. */
@NullMarked
package com.luckyfunatic.storage.example;

import org.jspecify.annotations.NullMarked;
