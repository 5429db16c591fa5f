// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <cstdint>
#include <vector>

namespace tenantry::billing {

/// The place of a document in its series: the calendar year of the business's time zone, and the
/// sequence from 1.
struct DocumentNumber {
  int year = 0; ///< 0: the format has none
  std::int64_t sequence = 0;
  bool operator==(const DocumentNumber &) const = default;
};

/// A format taken apart, for the many numbers of a run: "INV-{year}-{seq:6}", {2026, 1} →
/// "INV-2026-000001". A sequence wider than its places keeps all its digits.
class NumberFormat {
public:
  enum class PieceKind { Literal, Year, Sequence };
  struct Piece {
    PieceKind kind = PieceKind::Literal;
    QString literal;
    int places = 0; ///< of a sequence
  };

  explicit NumberFormat(const QString &format);
  [[nodiscard]] QString of(const DocumentNumber &number) const;
  [[nodiscard]] const std::vector<Piece> &pieces() const { return m_pieces; }

private:
  std::vector<Piece> m_pieces;
};

/// A single one.
[[nodiscard]] QString formatNumber(const QString &format, const DocumentNumber &number);

/// Octet by octet after every number that begins so, and before all that come later.
[[nodiscard]] QString endOfBeginning(const QString &beginning);

/// The reverse; error `invoice.number_invalid` where the text was not made by that format.
[[nodiscard]] Result<DocumentNumber> parseNumber(const QString &format, const QString &text);

} // namespace tenantry::billing
