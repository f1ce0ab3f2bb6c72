/** Hard changes on MySQL: group commit beside one commit for each. */
@NullMarked
package com.luckyfunatic.benchmarks.mysql;

import org.jspecify.annotations.NullMarked;
