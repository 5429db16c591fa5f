// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/wake_up.h"
#include <sys/eventfd.h>
#include <unistd.h>

namespace tenantry::store {

WakeUp::WakeUp() : m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

WakeUp::~WakeUp() { ::close(m_descriptor); }

void WakeUp::raise() const { ::eventfd_write(m_descriptor, 1); }

} // namespace tenantry::store
