/** The engine's background work, one class per job, and what runs it in a program. */
@NullMarked
package com.luckyfunatic.operations.job;

import org.jspecify.annotations.NullMarked;
