// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <chrono>

namespace tenantry::store {

/// A lock on a file among processes, which the kernel takes away when its holder dies.
class FileLock {
public:
  enum class Mode { Shared, Exclusive };
  /// Errors as systemFailure.
  [[nodiscard]] static Result<FileLock> open(const QString &path);
  FileLock(FileLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
  FileLock &operator=(FileLock &&) = delete;
  ~FileLock();

  /// Also turns a shared lock into an exclusive one or back. False: somebody else has it.
  [[nodiscard]] bool tryLock(Mode mode);
  [[nodiscard]] bool lock(Mode mode, std::chrono::milliseconds patience);
  void unlock();

private:
  explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor;
};

} // namespace tenantry::store
