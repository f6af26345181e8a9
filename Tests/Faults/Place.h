// The threads that a call may be made on.
#pragma once

enum place { WHERE_IT_MAY_BLOCK, ON_EVENT_LOOP_TOO, ANYWHERE };
