/**
 * A small WebP picture of this width at most, drawn anew from a photo that somebody sent: turned upright, without its EXIF (place,
 * time, camera). Null where it cannot be read: broken, larger than 80 million dots, longer than four seconds, or HEIC, whose
 * patents keep it out of the library.
 */
export async function thumbnail(path: string, width: number): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp')
  const limits = { limitInputPixels: 80_000_000, failOn: 'error', sequentialRead: true } as const
  try {
    const drawn = sharp(path, limits)
      .autoOrient()
      .resize({ width, height: width * 2, fit: 'inside', withoutEnlargement: true })
    return await drawn.timeout({ seconds: 4 }).webp({ quality: 72 }).toBuffer()
  } catch {
    return null
  }
}
