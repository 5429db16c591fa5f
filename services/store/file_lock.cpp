// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/file_lock.h"
#include "services/store/server_account.h"
#include <QFile>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace tenantry::store {

Result<FileLock> FileLock::open(const QString &path) {
  const int descriptor =
      ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return systemFailure(path);
  return FileLock(descriptor);
}

FileLock::~FileLock() {
  if (m_descriptor >= 0)
    ::close(m_descriptor);
}

bool FileLock::tryLock(Mode mode) {
  return ::flock(m_descriptor, (mode == Mode::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0;
}

bool FileLock::lock(Mode mode, std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!tryLock(mode)) {
    if (std::chrono::steady_clock::now() > deadline)
      return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

void FileLock::unlock() { ::flock(m_descriptor, LOCK_UN); }

} // namespace tenantry::store
