@NullMarked
package com.luckyfunatic.benchmarks.http;

import org.jspecify.annotations.NullMarked;
