@NullMarked
package com.luckyfunatic.server.request;

import org.jspecify.annotations.NullMarked;
