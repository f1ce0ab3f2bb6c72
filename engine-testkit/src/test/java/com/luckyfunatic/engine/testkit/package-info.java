/** Tests of the contracts themselves: they pass what is right and find what is wrong. */
@NullMarked
package com.luckyfunatic.engine.testkit;

import org.jspecify.annotations.NullMarked;
