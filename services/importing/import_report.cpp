// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/import_report.h"

#include "services/importing/stripe_formats.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

QString toString(ImportKind kind) {
  switch (kind) {
  case ImportKind::Customers:
    return u"customers"_s;
  case ImportKind::Subscriptions:
    return u"subscriptions"_s;
  case ImportKind::Invoices:
    return u"invoices"_s;
  case ImportKind::Usage:
    return u"usage"_s;
  }
  throw ProgrammingError("a kind of import without a word");
}

QString defaultFileName(ImportKind kind) {
  return toString(kind) + (kind == ImportKind::Usage ? u".jsonl"_s : u".csv"_s);
}

const ImportFormat *formatOf(ImportKind kind) {
  switch (kind) {
  case ImportKind::Customers:
    return &customersFormat();
  case ImportKind::Subscriptions:
    return &subscriptionsFormat();
  case ImportKind::Invoices:
    return &invoicesFormat();
  case ImportKind::Usage:
    return nullptr;
  }
  return nullptr;
}

void FileReport::refuse(const Error &error) {
  ++bad;
  if (errors.size() < mostErrors)
    errors.push_back(error);
}

std::int64_t ImportReport::bad() const {
  return std::accumulate(files.begin(), files.end(), std::int64_t{0},
                         [](std::int64_t sum, const FileReport &file) { return sum + file.bad; });
}

std::int64_t ImportReport::landed() const {
  return std::accumulate(
      files.begin(), files.end(), std::int64_t{0},
      [](std::int64_t sum, const FileReport &file) { return sum + file.landed; });
}

void ImportReport::takeBack() {
  for (auto &file : files)
    file.takeBack();
}

} // namespace tenantry::importing
