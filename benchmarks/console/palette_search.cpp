// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/console/console_benches.h"
#include "benchmarks/console/frames.h"
#include "models/palette/palette_model.h"

#include <QCryptographicHash>

namespace tenantry::benchmarks {

namespace {
constexpr int words = 60, leastTyped = 3, mostTyped = 9;
} // namespace

Result<nlohmann::json> paletteSearch(ConsoleBook &book) {
  models::PaletteModel model(book.connection());
  std::vector<double> milliseconds;
  for (int word = 0; word < words; ++word) {
    // Names are “Firm ” and 32 hexadecimal digits.
    const QString name = QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::number(word * 7919 + 1), QCryptographicHash::Md5)
            .toHex());
    for (int typed = leastTyped; typed <= mostTyped; ++typed) {
      const auto took = [&] {
        model.setQuery(name.left(typed));
        return until([&] { return model.hitCount() > 0 || !model.isSearching(); });
      }();
      if (!took || model.error())
        return fail(QStringLiteral("benchmark.incomplete"),
                    QStringLiteral("The palette did not answer."));
      milliseconds.push_back(*took);
      model.reset();
    }
  }
  auto answer = spreadOf(milliseconds);
  answer["name"] = "palette";
  constexpr double firstHits = 150; // check 6
  answer["limit_ms"] = firstHits;
  answer["passes"] = answer["p99_ms"].get<double>() < firstHits;
  return answer;
}

} // namespace tenantry::benchmarks
