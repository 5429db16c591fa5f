// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/preview_row.h"
#include <QByteArray>
#include <memory>
#include <set>

namespace tenantry::models {

/// Some rows of a preview, packed: 88 bytes a row, and its name. It never changes, so that threads
/// share it.
class PreviewChunk {
public:
  /// A row without what points elsewhere: it is compared and summed as it lies.
  struct Packed {
    OrganizationId organization;
    std::int64_t recurring, usage, discount, tax, total, before;
    std::int32_t position, issued; ///< `issued`: days since 1970, where it has a day
    float percent;
    std::uint32_t nameAt;
    std::uint16_t nameSize, missing; ///< `missing`: which of the chunk's lists of fields
    Currency currency;
    std::uint8_t kind : 3, hasBefore : 1, hasDay : 1, isHeld : 1, isReviewed : 1, needsApproval : 1;

    [[nodiscard]] billing::Finding::Kind finding() const {
      return static_cast<billing::Finding::Kind>(kind);
    }
    [[nodiscard]] std::optional<double> changeInPercent() const;
  };

  explicit PreviewChunk(const std::vector<PreviewRow> &rows);

  [[nodiscard]] std::size_t size() const { return m_rows.size(); }
  [[nodiscard]] const Packed &packed(std::size_t at) const { return m_rows[at]; }
  [[nodiscard]] QString name(std::size_t at) const;
  [[nodiscard]] PreviewRow row(std::size_t at) const;
  /// With those organizations on hold and no others; null where it is so already.
  [[nodiscard]] std::shared_ptr<const PreviewChunk>
  withHolds(const std::set<OrganizationId> &held) const;
  /// With those findings looked at and no others, likewise.
  [[nodiscard]] std::shared_ptr<const PreviewChunk>
  withReviews(const std::vector<bool> &reviewed) const;
  [[nodiscard]] std::size_t bytes() const;

private:
  template <typename Wanted>
  [[nodiscard]] std::shared_ptr<const PreviewChunk> with(Wanted wanted) const;
  std::vector<Packed> m_rows;
  QByteArray m_names;                 ///< UTF-8, one after the other
  std::vector<QStringList> m_missing; ///< the different ones; the first is none
};

/// The rows of a preview in the order in which they were computed. Copies are cheap and share the
/// rows: each thread has its own.
class PreviewStore {
public:
  static constexpr std::size_t chunkSize = 500; ///< rows of each but the last

  void clear();
  void append(std::shared_ptr<const PreviewChunk> chunk);
  /// False where nothing was to change.
  bool setHeld(const std::set<OrganizationId> &held);
  /// By chunk; those that came since have theirs.
  bool setReviewed(const std::vector<std::vector<bool>> &reviewed);

  [[nodiscard]] const std::vector<std::shared_ptr<const PreviewChunk>> &chunks() const {
    return m_chunks;
  }
  [[nodiscard]] int size() const { return m_size; }
  [[nodiscard]] bool isEmpty() const { return m_size == 0; }
  [[nodiscard]] PreviewRow row(int at) const;
  [[nodiscard]] const PreviewChunk &chunkOf(int at) const {
    return *m_chunks[static_cast<std::size_t>(at) / chunkSize];
  }
  [[nodiscard]] const PreviewChunk::Packed &packed(int at) const {
    return chunkOf(at).packed(static_cast<std::size_t>(at) % chunkSize);
  }
  [[nodiscard]] QString name(int at) const {
    return chunkOf(at).name(static_cast<std::size_t>(at) % chunkSize);
  }
  [[nodiscard]] quint64 version() const { return m_version; } ///< another after each change
  [[nodiscard]] std::size_t bytes() const;                    ///< of memory that the rows take

private:
  std::vector<std::shared_ptr<const PreviewChunk>> m_chunks;
  int m_size = 0;
  quint64 m_version = 0;
};

} // namespace tenantry::models
