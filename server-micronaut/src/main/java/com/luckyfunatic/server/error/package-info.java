/**
 * Every error answer: the table of codes, the problem+json shape, and the one place that maps
 * exceptions to them.
 */
@NullMarked
package com.luckyfunatic.server.error;

import org.jspecify.annotations.NullMarked;
