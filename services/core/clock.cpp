// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/clock.h"

#include <fmt/format.h>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace tenantry {
namespace {

/// Reads fixed-width ASCII digits and literal characters from left to right; turns false at the
/// first mismatch.
class Reader {
public:
  explicit Reader(QStringView text) : m_rest(text) {}

  int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; ++i)
      value = value * 10 + digit();
    return value;
  }
  void literal(char16_t character) {
    if (!skip(character))
      m_good = false;
  }
  bool skip(char16_t character) {
    if (!m_rest.startsWith(QChar(character)))
      return false;
    m_rest = m_rest.sliced(1);
    return true;
  }
  bool atDigit() const { return !m_rest.isEmpty() && m_rest[0] >= u'0' && m_rest[0] <= u'9'; }
  int digit() {
    if (!atDigit()) {
      m_good = false;
      return 0;
    }
    const int value = m_rest[0].unicode() - u'0';
    m_rest = m_rest.sliced(1);
    return value;
  }
  bool good() const { return m_good; }
  bool atEnd() const { return m_good && m_rest.isEmpty(); }

private:
  QStringView m_rest;
  bool m_good = true;
};

std::optional<LocalDay> readDay(Reader &reader) {
  const year y{reader.digits(4)};
  reader.literal(u'-');
  const month m{static_cast<unsigned>(reader.digits(2))};
  reader.literal(u'-');
  const day d{static_cast<unsigned>(reader.digits(2))};
  const year_month_day date{y, m, d};
  if (!reader.good() || !date.ok() || y < year{1})
    return std::nullopt;
  return local_days(date);
}

/// Digits after the point; what is finer than a microsecond is cut off.
microseconds readFraction(Reader &reader) {
  if (!reader.skip(u'.'))
    return microseconds{0};
  std::int64_t value = 0;
  int places = 0;
  do {
    const int digit = reader.digit();
    if (places < 6)
      value = value * 10 + digit;
    ++places;
  } while (reader.good() && reader.atDigit());
  for (; places < 6; ++places)
    value *= 10;
  return microseconds{value};
}

std::optional<microseconds> readTime(Reader &reader) {
  const int hour = reader.digits(2);
  reader.literal(u':');
  const int minute = reader.digits(2);
  reader.literal(u':');
  const int second = reader.digits(2);
  const microseconds fraction = readFraction(reader);
  if (!reader.good() || hour > 23 || minute > 59 || second > 59)
    return std::nullopt;
  return hours{hour} + minutes{minute} + seconds{second} + fraction;
}

std::optional<minutes> readOffset(Reader &reader) {
  if (reader.skip(u'Z') || reader.skip(u'z'))
    return minutes{0};
  const bool isWest = reader.skip(u'-');
  if (!isWest)
    reader.literal(u'+');
  const int hour = reader.digits(2);
  reader.literal(u':');
  const int minute = reader.digits(2);
  if (!reader.good() || hour > 23 || minute > 59)
    return std::nullopt;
  const minutes offset = hours{hour} + minutes{minute};
  return isWest ? -offset : offset;
}

std::optional<Instant> readInstant(Reader &reader) {
  const auto day = readDay(reader);
  if (!reader.skip(u'T'))
    reader.literal(u't');
  const auto time = readTime(reader);
  const auto offset = readOffset(reader);
  if (!day || !time || !offset || !reader.atEnd())
    return std::nullopt;
  return Instant(day->time_since_epoch() + *time - *offset);
}

QString isoFraction(microseconds fraction) {
  if (fraction.count() == 0)
    return {};
  QString digits = QString::number(fraction.count()).rightJustified(6, u'0');
  while (digits.endsWith(u'0'))
    digits.chop(1);
  return u'.' + digits;
}

} // namespace

Instant SystemClock::now() const { return floor<microseconds>(system_clock::now()); }

QString toIso(Instant instant) {
  const auto day = floor<days>(instant);
  const hh_mm_ss time{instant - day};
  return toIso(LocalDay(day.time_since_epoch())) +
         QString::asprintf("T%02d:%02d:%02d", static_cast<int>(time.hours().count()),
                           static_cast<int>(time.minutes().count()),
                           static_cast<int>(time.seconds().count())) +
         isoFraction(time.subseconds()) + u'Z';
}

QString toIso(LocalDay day) {
  const year_month_day date{day};
  fmt::memory_buffer text; // a run writes two of each subscription
  fmt::format_to(std::back_inserter(text), "{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

Result<Instant> parseInstant(QStringView iso) {
  Reader reader(iso);
  if (const auto instant = readInstant(reader))
    return *instant;
  return fail(
      u"time.invalid"_s,
      u"“%1” is not a point in time: write it as 2026-01-31T09:00:00Z or with an offset such as +01:00."_s
          .arg(iso));
}

Result<LocalDay> parseDay(QStringView iso) {
  Reader reader(iso);
  if (const auto day = readDay(reader); day && reader.atEnd())
    return *day;
  return fail(
      u"date.invalid"_s,
      u"“%1” is not a day of the calendar: write it as year-month-day, 2026-01-31."_s.arg(iso));
}

} // namespace tenantry
