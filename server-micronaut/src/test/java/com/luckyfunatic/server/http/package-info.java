@NullMarked
package com.luckyfunatic.server.http;

import org.jspecify.annotations.NullMarked;
