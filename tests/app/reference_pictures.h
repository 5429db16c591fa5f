// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDir>
#include <QImage>

/// Pictures of the console as they were found good, to compare new ones with.
namespace tenantry::tests {

inline constexpr int sameColor = 40;   ///< what a channel may be off by: palettes and smoothing
inline constexpr int samePixels = 400; ///< how many may be off by more: less than a word is
inline constexpr QRgb different = 0xffd9505c;

/// Where two pictures differ, in red over a pale copy; null where they are the same to the eye.
/// Pictures of two sizes differ everywhere.
inline QImage differenceOf(const QImage &expected, const QImage &actual) {
  QImage difference(actual.size(), QImage::Format_RGB32);
  int pixels = 0;
  for (int y = 0; y < actual.height(); ++y)
    for (int x = 0; x < actual.width(); ++x) {
      const QRgb now = actual.pixel(x, y);
      const QRgb then = expected.valid(x, y) ? expected.pixel(x, y) : ~now;
      const int off =
          std::max({std::abs(qRed(now) - qRed(then)), std::abs(qGreen(now) - qGreen(then)),
                    std::abs(qBlue(now) - qBlue(then))});
      pixels += off > sameColor;
      const int pale = 192 + qGray(now) / 4;
      difference.setPixel(x, y, off > sameColor ? different : qRgb(pale, pale, pale));
    }
  const bool isSame = expected.size() == actual.size() && pixels <= samePixels;
  return isSame ? QImage() : difference;
}

/// Compares a picture with the reference of that name, "light/home": what is wrong, or nothing. A
/// new picture and the difference are left in `build` for who must decide which of the two is
/// right; `scripts/pictures` makes the new one the reference.
inline QString compareWithReference(const QString &name, const QImage &actual, const QDir &build) {
  const QString reference = QStringLiteral("tests/data/pictures/%1.png").arg(name);
  const QImage expected(reference);
  const QImage difference = differenceOf(expected, actual.convertToFormat(QImage::Format_RGB32));
  if (difference.isNull())
    return {};
  if (qEnvironmentVariableIsSet("TENANTRY_NEW_PICTURES")) {
    const bool isKept = QDir().mkpath(QFileInfo(reference).path()) && actual.save(reference);
    return isKept ? QString() : reference + QStringLiteral(" cannot be written");
  }
  if (expected.isNull())
    return reference + QStringLiteral(" is missing: scripts/pictures makes it");
  const QString left = build.filePath(QStringLiteral("pictures/") + name);
  QDir().mkpath(QFileInfo(left).path());
  actual.save(left + QStringLiteral(".png"));
  difference.save(left + QStringLiteral("-difference.png"));
  return QStringLiteral("%1 looks different: see %2.png and %2-difference.png; if it is meant so, "
                        "scripts/pictures")
      .arg(reference, left);
}

} // namespace tenantry::tests
