@NullMarked
package com.luckyfunatic.engine.testkit.pages;

import org.jspecify.annotations.NullMarked;
