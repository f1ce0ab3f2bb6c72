@NullMarked
package com.luckyfunatic.server.config;

import org.jspecify.annotations.NullMarked;
