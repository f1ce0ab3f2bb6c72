@NullMarked
package com.luckyfunatic.server.user;

import org.jspecify.annotations.NullMarked;
